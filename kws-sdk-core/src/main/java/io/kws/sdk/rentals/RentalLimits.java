package io.kws.sdk.rentals;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.checks.Require;
import io.kws.sdk.internal.text.DurationText;
import java.time.Duration;

/** Checks the limits that all rentals share; for the specs. */
public final class RentalLimits {
    private static final int LONGEST_OWNER = 255;
    private static final Duration LONGEST_TERM = Duration.ofDays(36_525);
    private static final String RESERVED = "kws.";

    private RentalLimits() {}

    /**
     * Checks the owner, the term and the time limit of a spec.
     *
     * @param spec the spec
     * @throws InvalidRequestException if a value is out of its limits
     */
    public static void require(RentalSpec spec) {
        spec.owner().ifPresent(owner -> Require.length("owner", LONGEST_OWNER, owner));
        spec.term().ifPresent(RentalLimits::requireTerm);
        Require.positive("time limit (readyWithin)", spec.readyWithin());
    }

    /**
     * Checks the name of a renter.
     *
     * @param owner the name; empty for nobody in particular
     * @throws InvalidRequestException if it has more than 255 characters
     */
    public static void requireOwner(String owner) {
        Require.atMost("owner", LONGEST_OWNER, owner);
    }

    /**
     * Checks the duration of a rental.
     *
     * @param term the duration
     * @throws InvalidRequestException if it is not positive, or longer than 100 years
     */
    public static void requireTerm(Duration term) {
        Require.that(
                !term.isNegative() && !term.isZero() && term.compareTo(LONGEST_TERM) <= 0,
                "term must be positive and at most 100 years, was %s",
                DurationText.words(term));
    }

    /**
     * Checks that a key is free for the renter to set.
     *
     * @param key the key of a label, an annotation or metadata
     * @throws InvalidRequestException if it begins with {@code kws.}, as the keys of
     *     {@link io.kws.sdk.driver.RentalTags} do
     */
    public static void requireFree(String key) {
        Require.that(
                !key.startsWith(RESERVED),
                "key \"%s\" is reserved: keys beginning with \"kws.\" belong to the SDK",
                key);
    }
}
