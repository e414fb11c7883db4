package io.kws.sdk.openstack.keypairs;

import io.kws.sdk.keypairs.PrivateKey;
import io.kws.sdk.secrets.Secret;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * An Ed25519 key in OpenSSH's formats (PROTOCOL.key, RFC 8709). The SDK generates it rather than Nova, so that the private
 * key never crosses the network, a lost answer loses no key, and services that generate none any more (microversion 2.92)
 * work as well.
 *
 * @param publicKey the public key in the one-line format
 * @param privateKey the private key in the file format
 */
public record SshKey(String publicKey, PrivateKey privateKey) {
    private static final String TYPE = "ssh-ed25519";
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Generates a new key.
     *
     * @param comment the comment of both the public and the private key
     * @return the key
     */
    public static SshKey generate(String comment) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] point = lastBytes(pair.getPublic().getEncoded());
            byte[] seed = lastBytes(pair.getPrivate().getEncoded());
            byte[] publicBlob = blob(TYPE.getBytes(StandardCharsets.US_ASCII), point);
            String oneLine = TYPE + " " + Base64.getEncoder().encodeToString(publicBlob) + " " + comment;
            return new SshKey(oneLine, new PrivateKey(Secret.of(file(publicBlob, point, seed, comment))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime does not support Ed25519 keys", e);
        }
    }

    /** Both of Java's encodings end with the key itself. */
    private static byte[] lastBytes(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
    }

    private static String file(byte[] publicBlob, byte[] point, byte[] seed, String comment) {
        byte[] none = "none".getBytes(StandardCharsets.US_ASCII);
        byte[] file = join(
                "openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII),
                blob(none, none, new byte[0]),
                number(1),
                blob(publicBlob, secretBlock(point, seed, comment)));
        String lines = Base64.getMimeEncoder(70, new byte[] {'\n'}).encodeToString(file);
        return "-----BEGIN OPENSSH PRIVATE KEY-----\n" + lines + "\n-----END OPENSSH PRIVATE KEY-----\n";
    }

    private static byte[] secretBlock(byte[] point, byte[] seed, String comment) {
        byte[] check = number(RANDOM.nextInt());
        byte[] block = join(
                check,
                check,
                blob(
                        TYPE.getBytes(StandardCharsets.US_ASCII),
                        point,
                        join(seed, point),
                        comment.getBytes(StandardCharsets.UTF_8)));
        byte[] padded = Arrays.copyOf(block, (block.length + 7) / 8 * 8);
        for (int i = block.length; i < padded.length; i++) {
            padded[i] = (byte) (i - block.length + 1);
        }
        return padded;
    }

    /** Returns each value after its length, as SSH writes strings. */
    private static byte[] blob(byte[]... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] value : values) {
            out.writeBytes(number(value.length));
            out.writeBytes(value);
        }
        return out.toByteArray();
    }

    private static byte[] join(byte[]... values) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] value : values) {
            out.writeBytes(value);
        }
        return out.toByteArray();
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
