package io.kws.sdk.sweeps;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.text.DurationText;
import java.time.Duration;
import java.util.Objects;

/**
 * The treatment of an expired rental. Immutable.
 *
 * @param first what is done first
 * @param grace how long it is kept after it was stopped; zero for the others
 */
public record EndPolicy(First first, Duration grace) {
    /** The first action. */
    public enum First {
        /** Deletes it. */
        DELETE,
        /** Stops it, and deletes it after the grace. */
        STOP,
        /** Keeps it. */
        KEEP
    }

    /**
     * Checks the grace.
     *
     * @param first what is done first
     * @param grace how long it is kept after it was stopped
     * @throws InvalidRequestException if it is negative, more than a hundred years, or not for what is stopped
     */
    public EndPolicy {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(grace, "grace");
        if (grace.isNegative() || grace.compareTo(Sweep.NEVER) > 0 || (first != First.STOP && !grace.isZero())) {
            throw new InvalidRequestException("the grace of %s must be %s, was %s"
                    .formatted(first, first == First.STOP ? "0 to 100 years" : "zero", DurationText.words(grace)));
        }
    }

    /** {@return the policy that deletes it at once} */
    public static EndPolicy delete() {
        return new EndPolicy(First.DELETE, Duration.ZERO);
    }

    /**
     * Returns the policy that stops it and deletes it later; until then it can still be extended.
     *
     * @param grace how long it is kept after it was stopped
     * @return the policy
     * @throws InvalidRequestException if it is negative
     */
    public static EndPolicy stopThenDelete(Duration grace) {
        return new EndPolicy(First.STOP, grace);
    }

    /** {@return such as {@code STOP, DELETE after 7 days}} */
    @Override
    public String toString() {
        return first == First.STOP ? "STOP, DELETE after " + DurationText.words(grace) : first.name();
    }

    /** {@return the policy that keeps it} */
    public static EndPolicy keep() {
        return new EndPolicy(First.KEEP, Duration.ZERO);
    }
}
