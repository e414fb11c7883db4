package io.kws.sdk.operations;

import java.time.Duration;

/**
 * How often a state is looked at while waiting for it: the longer the wait has lasted, the longer the pause, so that a
 * short wait ends soon after its event and a long one asks seldom. Immutable.
 *
 * @param shortest the first and shortest pause
 * @param share the part of the time waited so far that the next pause takes
 * @param longest the longest pause
 */
public record PollInterval(Duration shortest, double share, Duration longest) {
    /** Pauses of 0.15 s at first, then 15 % of the time waited so far, at most 5 s. */
    public static final PollInterval DEFAULT = new PollInterval(Duration.ofMillis(150), 0.15, Duration.ofSeconds(5));

    /**
     * Returns a constant interval.
     *
     * @param pause the pause between two looks
     * @return the interval
     */
    public static PollInterval every(Duration pause) {
        return new PollInterval(pause, 0, pause);
    }

    /**
     * Returns the pause before the next look: a share of the time waited so far, within the shortest and the longest.
     *
     * @param waited how long the state has been waited for
     * @return the pause
     */
    public Duration pauseAfter(Duration waited) {
        long nanos = (long) (waited.toNanos() * share);
        return Duration.ofNanos(Math.min(longest.toNanos(), Math.max(shortest.toNanos(), nanos)));
    }
}
