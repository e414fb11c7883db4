package io.kws.sdk.sweeps;

import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.internal.text.DurationText;
import java.time.Duration;
import java.util.Objects;

/**
 * What becomes of a rental that is over. Immutable.
 *
 * @param first what is done first
 * @param grace how long it is kept after it was stopped; zero for the others
 */
public record EndPolicy(First first, Duration grace) {
    /** What is done first. */
    public enum First {
        /** It is taken away. */
        DELETE,
        /** It is stopped, and taken away after a while. */
        STOP,
        /** Nothing. */
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
            throw new InvalidRequestException(
                    "a grace of %s cannot be for %s".formatted(DurationText.words(grace), first));
        }
    }

    /** {@return takes it away at once} */
    public static EndPolicy delete() {
        return new EndPolicy(First.DELETE, Duration.ZERO);
    }

    /**
     * Stops it, and takes it away later, so that it can still be extended until then.
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

    /** {@return leaves it alone} */
    public static EndPolicy keep() {
        return new EndPolicy(First.KEEP, Duration.ZERO);
    }
}
