package io.kws.sdk.sandbox.site;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;

/**
 * Makes identifiers. Those of resources come in the same order in every run of a node of the same name;
 * tokens and secrets do not. Thread-safe.
 */
public final class Ids {
    private static final SecureRandom SECRETS = new SecureRandom();

    private final Random random;

    /**
     * Starts a row of identifiers.
     *
     * @param name what the row depends on
     */
    public Ids(String name) {
        this.random = new Random(name.hashCode());
    }

    /** {@return the next identifier, as most services write it} */
    public String uuid() {
        byte[] bytes = bytes(16);
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        String hex = HexFormat.of().formatHex(bytes);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }

    /** {@return the next identifier, as Keystone writes it} */
    public String hex() {
        return HexFormat.of().formatHex(bytes(16));
    }

    /** {@return the next hardware address of a port} */
    public String mac() {
        return "fa:16:3e:" + HexFormat.ofDelimiter(":").formatHex(bytes(3));
    }

    /** {@return a request ID} */
    public static String request() {
        return "req-" + UUID.randomUUID();
    }

    /**
     * Makes a secret that cannot be guessed.
     *
     * @param bytes how many random bytes are in it
     * @return the secret in URL-safe characters
     */
    public static String secret(int bytes) {
        byte[] value = new byte[bytes];
        SECRETS.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    private byte[] bytes(int count) {
        byte[] value = new byte[count];
        synchronized (random) {
            random.nextBytes(value);
        }
        return value;
    }
}
