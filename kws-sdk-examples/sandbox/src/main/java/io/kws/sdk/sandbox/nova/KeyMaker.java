package io.kws.sdk.sandbox.nova;

import io.kws.sdk.sandbox.web.Der;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Makes RSA keypairs at once: they share their primes and differ in the exponent. They work, and are no
 * secret to whoever has another one.
 */
final class KeyMaker {
    private static final int PRIME_BITS = 1024;
    private static final AtomicInteger EXPONENTS = new AtomicInteger(65537);

    private KeyMaker() {}

    /** A private key as PEM and its public half as OpenSSH writes it. */
    record Pair(String privateKey, String publicKey) {}

    static Pair make() {
        BigInteger p = Primes.P;
        BigInteger q = Primes.Q;
        BigInteger phi = p.subtract(BigInteger.ONE).multiply(q.subtract(BigInteger.ONE));
        BigInteger e = nextExponent(phi);
        BigInteger d = e.modInverse(phi);
        BigInteger n = p.multiply(q);
        byte[] der = Der.sequence(Stream.of(
                        BigInteger.ZERO,
                        n,
                        e,
                        d,
                        p,
                        q,
                        d.mod(p.subtract(BigInteger.ONE)),
                        d.mod(q.subtract(BigInteger.ONE)),
                        q.modInverse(p))
                .map(Der::integer)
                .toArray(byte[][]::new));
        String pem = "-----BEGIN RSA PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
                + "\n-----END RSA PRIVATE KEY-----\n";
        byte[] blob = blob("ssh-rsa".getBytes(StandardCharsets.US_ASCII), e.toByteArray(), n.toByteArray());
        return new Pair(pem, "ssh-rsa " + Base64.getEncoder().encodeToString(blob) + " Generated-by-Nova");
    }

    private static BigInteger nextExponent(BigInteger phi) {
        BigInteger e = BigInteger.valueOf(EXPONENTS.getAndAdd(2));
        return e.gcd(phi).equals(BigInteger.ONE) ? e : nextExponent(phi);
    }

    /** {@return the fingerprint of a public key, empty if it is none} */
    static Optional<String> fingerprint(String publicKey) {
        String[] parts = publicKey.trim().split("\\s+", 3);
        if (parts.length < 2 || !parts[0].matches("(ssh|ecdsa|sk)-[a-z0-9@.-]+")) {
            return Optional.empty();
        }
        try {
            byte[] blob = Base64.getDecoder().decode(parts[1]);
            boolean sane = new String(blob, StandardCharsets.ISO_8859_1).startsWith(parts[0], 4);
            byte[] digest = MessageDigest.getInstance("MD5").digest(blob);
            return sane ? Optional.of(HexFormat.ofDelimiter(":").formatHex(digest)) : Optional.empty();
        } catch (IllegalArgumentException | NoSuchAlgorithmException e) {
            return Optional.empty();
        }
    }

    private static byte[] blob(byte[]... parts) {
        ByteArrayOutputStream blob = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            blob.writeBytes(ByteBuffer.allocate(4).putInt(part.length).array());
            blob.writeBytes(part);
        }
        return blob.toByteArray();
    }

    /** Found once, when they are needed: that takes a moment. Each has its two highest bits set, so that their product has exactly 2048 bits. */
    private static final class Primes {
        private static final SecureRandom RANDOM = new SecureRandom();
        static final BigInteger P = prime();
        static final BigInteger Q = prime();

        private static BigInteger prime() {
            return new BigInteger(PRIME_BITS, RANDOM)
                    .setBit(PRIME_BITS - 1)
                    .setBit(PRIME_BITS - 2)
                    .nextProbablePrime();
        }
    }
}
