package io.kws.sdk.ides;

import io.kws.sdk.secrets.Secret;
import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Makes passwords that people can type: no letters or digits that look alike. */
final class Passwords {
    private static final String ALPHABET = "abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    static Secret random() {
        return Secret.of(RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> String.valueOf(ALPHABET.charAt(index)))
                .collect(Collectors.joining()));
    }
}
