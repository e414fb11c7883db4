package io.kws.sdk.rentals;

import io.kws.sdk.errors.InvalidRequestException;
import java.time.Duration;

/** The limits of what every rented thing has. */
public final class RentalTerms {
    private static final Duration LONGEST_TERM = Duration.ofDays(36_525);
    private static final int LONGEST_OWNER = 255;

    private RentalTerms() {}

    /**
     * Checks who rents.
     *
     * @param owner the renter
     * @throws InvalidRequestException if it is longer than 255 characters
     */
    public static void checkOwner(String owner) {
        if (owner.length() > LONGEST_OWNER) {
            throw new InvalidRequestException("the owner is longer than " + LONGEST_OWNER + " characters");
        }
    }

    /**
     * Checks for how long something is rented.
     *
     * @param term the time
     * @throws InvalidRequestException if it is not positive, or longer than a hundred years
     */
    public static void checkTerm(Duration term) {
        if (term.isNegative() || term.isZero()) {
            throw new InvalidRequestException("the term " + term + " is not positive");
        }
        if (term.compareTo(LONGEST_TERM) > 0) {
            throw new InvalidRequestException("the term " + term + " is longer than a hundred years; leave it out");
        }
    }
}
