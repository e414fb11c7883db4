package io.kws.sdk.operations;

import java.time.Duration;

/**
 * The interval between polls while waiting for a state. Pauses grow with the time waited so far, so short waits end
 * soon after the event and long ones poll rarely. Immutable.
 *
 * @param shortest the first and shortest pause
 * @param share the next pause as a fraction of the time waited so far
 * @param longest the longest pause
 */
public record PollInterval(Duration shortest, double share, Duration longest) {
    /** Pauses of 0.15 s at first, then 15 % of the time waited so far, at most 5 s. */
    public static final PollInterval DEFAULT = new PollInterval(Duration.ofMillis(150), 0.15, Duration.ofSeconds(5));

    /**
     * Returns a constant interval.
     *
     * @param pause the pause between two polls
     * @return the interval
     */
    public static PollInterval every(Duration pause) {
        return new PollInterval(pause, 0, pause);
    }

    /**
     * Returns the pause before the next poll: a fraction of the time waited so far, bounded by the shortest and the
     * longest pause.
     *
     * @param waited the time waited so far
     * @return the pause
     */
    public Duration pauseAfter(Duration waited) {
        long nanos = (long) (waited.toNanos() * share);
        return Duration.ofNanos(Math.min(longest.toNanos(), Math.max(shortest.toNanos(), nanos)));
    }
}
