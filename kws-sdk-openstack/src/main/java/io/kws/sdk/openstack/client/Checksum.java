package io.kws.sdk.openstack.client;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The expected checksum of some content. Immutable.
 *
 * @param algorithm such as {@code MD5} or {@code SHA-512}
 * @param hex the value in lower-case hexadecimal digits
 */
public record Checksum(String algorithm, String hex) {
    /**
     * Returns a new digest.
     *
     * @param algorithm such as {@code MD5}
     * @return the digest
     */
    public static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
