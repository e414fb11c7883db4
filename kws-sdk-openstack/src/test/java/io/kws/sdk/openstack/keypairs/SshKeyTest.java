package io.kws.sdk.openstack.keypairs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Hex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The key is what OpenSSH reads and Java's own Ed25519 agrees with. */
class SshKeyTest {
    static IntStream commentLengths() {
        return IntStream.rangeClosed(0, 20);
    }

    @ParameterizedTest
    @MethodSource("commentLengths")
    void generate_anyComment_isPaddedToBlocksAndAPair(int length) throws GeneralSecurityException {
        String comment = "c".repeat(length);
        SshKey key = SshKey.generate(comment);

        ByteBuffer file = ByteBuffer.wrap(Base64.getMimeDecoder().decode(body(key)));
        assertThat(text(file, 15)).isEqualTo("openssh-key-v1\0");
        assertThat(next(file)).isEqualTo("none".getBytes(StandardCharsets.US_ASCII));
        next(file);
        next(file);
        assertThat(file.getInt()).isEqualTo(1);
        byte[] publicBlob = next(file);
        ByteBuffer secret = ByteBuffer.wrap(next(file));
        assertThat(file.hasRemaining()).isFalse();
        assertThat(secret.remaining() % 8).isZero();
        assertThat(secret.getInt()).isEqualTo(secret.getInt());
        assertThat(next(secret)).isEqualTo("ssh-ed25519".getBytes(StandardCharsets.US_ASCII));
        byte[] point = next(secret);
        byte[] seed = Arrays.copyOf(next(secret), 32);
        assertThat(next(secret)).isEqualTo(comment.getBytes(StandardCharsets.UTF_8));
        for (byte pad = 1; secret.hasRemaining(); pad++) {
            assertThat(secret.get()).isEqualTo(pad).isLessThan((byte) 8);
        }
        assertThat(publicBlob).endsWith(point);
        assertThat(key.publicKey())
                .isEqualTo("ssh-ed25519 " + Base64.getEncoder().encodeToString(publicBlob) + " " + comment);
        assertPair(seed, point);
    }

    /** Where there is no ssh-keygen, the test above is all there is. */
    @ParameterizedTest
    @ValueSource(strings = {"", "web-1", "alice@uni.example", "with spaces in it", "ünïcode"})
    void generate_isReadBySshKeygen(String comment, @TempDir Path folder) throws IOException, InterruptedException {
        SshKey key = SshKey.generate(comment);
        Path file = key.privateKey().save(folder.resolve("key"));

        Process keygen;
        try {
            keygen = new ProcessBuilder("ssh-keygen", "-y", "-f", file.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return; // not installed
        }
        String said = new String(keygen.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(keygen.waitFor()).as(said).isZero();
        assertThat(said).isEqualTo(key.publicKey().strip());
    }

    @Test
    void toString_showsNoSecret() {
        SshKey key = SshKey.generate("c");

        assertThat(key.toString()).doesNotContain(body(key).substring(0, 40)).doesNotContain("BEGIN");
    }

    private static void assertPair(byte[] seed, byte[] point) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        PrivateKey own = factory.generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        byte[] y = point.clone();
        boolean isOdd = (y[31] & 0x80) != 0;
        y[31] &= 0x7f;
        BigInteger number = new BigInteger(Hex.encodeHexString(reversed(y)), 16);
        PublicKey known =
                factory.generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, new EdECPoint(isOdd, number)));
        Signature signing = Signature.getInstance("Ed25519");
        signing.initSign(own);
        signing.update(point);
        byte[] signature = signing.sign();
        signing.initVerify(known);
        signing.update(point);
        assertThat(signing.verify(signature)).isTrue();
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static String body(SshKey key) {
        return key.privateKey()
                .openSsh()
                .reveal()
                .replaceAll("-----[A-Z ]*-----", "")
                .strip();
    }

    private static byte[] next(ByteBuffer buffer) {
        byte[] value = new byte[buffer.getInt()];
        buffer.get(value);
        return value;
    }

    private static String text(ByteBuffer buffer, int length) {
        byte[] value = new byte[length];
        buffer.get(value);
        return new String(value, StandardCharsets.US_ASCII);
    }
}
