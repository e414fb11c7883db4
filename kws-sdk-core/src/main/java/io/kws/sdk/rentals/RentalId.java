package io.kws.sdk.rentals;

import io.kws.sdk.errors.InvalidRequestException;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifies a rental, over all nodes. It is part of the name or description of each resource made for the rental.
 * Immutable.
 *
 * @param value twelve of the characters a-z and 2-7
 */
public record RentalId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z2-7]{12}");
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Checks the form.
     *
     * @param value the ID
     * @throws InvalidRequestException if it is not of that form
     */
    public RentalId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new InvalidRequestException("\"" + value + "\" is not a rental ID: twelve of a-z and 2-7");
        }
    }

    /** {@return a new ID, random with 60 bits} */
    public static RentalId random() {
        StringBuilder id = new StringBuilder();
        RANDOM.ints(12, 0, ALPHABET.length()).forEach(index -> id.append(ALPHABET.charAt(index)));
        return new RentalId(id.toString());
    }

    /**
     * Returns the ID that a text holds, if it has the form of one.
     *
     * @param text any text
     * @return the ID, or nothing
     */
    public static Optional<RentalId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new RentalId(text)) : Optional.empty();
    }

    /** {@return the value} */
    @Override
    public String toString() {
        return value;
    }
}
