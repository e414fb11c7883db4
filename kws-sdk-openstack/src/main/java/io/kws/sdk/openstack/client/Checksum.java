package io.kws.sdk.openstack.client;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What a content must come to. Immutable.
 *
 * @param algorithm such as {@code MD5} or {@code SHA-512}
 * @param hex the value, in small hexadecimal letters
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
