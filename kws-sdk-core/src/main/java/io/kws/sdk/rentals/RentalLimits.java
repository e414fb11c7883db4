package io.kws.sdk.rentals;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.text.DurationText;
import java.time.Duration;

/** What a rental may be, whatever is rented; for the specs. */
public final class RentalLimits {
    private static final int LONGEST_OWNER = 255;
    private static final Duration LONGEST_TERM = Duration.ofDays(36_525);
    private static final String RESERVED = "kws.";

    private RentalLimits() {}

    /**
     * Checks the name of who rents.
     *
     * @param owner at most 255 characters
     * @throws InvalidRequestException if it is longer
     */
    public static void requireOwner(String owner) {
        if (owner.length() > LONGEST_OWNER) {
            throw new InvalidRequestException("the owner is longer than " + LONGEST_OWNER + " characters");
        }
    }

    /**
     * Checks for how long something is rented.
     *
     * @param term positive, at most a hundred years
     * @throws InvalidRequestException if it is not
     */
    public static void requireTerm(Duration term) {
        if (term.isNegative() || term.isZero()) {
            throw new InvalidRequestException("the term " + DurationText.words(term) + " is not positive");
        }
        if (term.compareTo(LONGEST_TERM) > 0) {
            throw new InvalidRequestException(
                    "the term " + DurationText.words(term) + " is longer than a hundred years; leave it out");
        }
    }

    /**
     * Checks that a key is the renter's to set.
     *
     * @param key of metadata or labels
     * @throws InvalidRequestException if it may be one of {@link io.kws.sdk.driver.RentalTags}
     */
    public static void requireFree(String key) {
        if (key.startsWith(RESERVED)) {
            throw new InvalidRequestException("the key \"" + key + "\" is the SDK's own");
        }
    }
}
