package io.kws.sdk.operations;

import io.kws.sdk.internal.style.ValueStyle;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.immutables.value.Value;

/** How long things may take, and how often they are tried. Immutable. */
@Value.Immutable
@ValueStyle
public interface Timeouts {
    /** The defaults, each named at its method. */
    Timeouts DEFAULT = builder().build();

    /** {@return how long a connection may take to open; 5 s} */
    @Value.Default
    default Duration connect() {
        return Duration.ofSeconds(5);
    }

    /** {@return how long one attempt of a call may take; 30 s} */
    @Value.Default
    default Duration attempt() {
        return Duration.ofSeconds(30);
    }

    /** {@return how long an upload or a download may stand still; 60 s. As a whole it may take as long as it likes} */
    @Value.Default
    default Duration standstill() {
        return Duration.ofSeconds(60);
    }

    /** {@return how long one node may take to answer a question that is put to all nodes; 15 s} */
    @Value.Default
    default Duration perNode() {
        return Duration.ofSeconds(15);
    }

    /** {@return how often a call is repeated where that is safe; 3 times} */
    @Value.Default
    default int retries() {
        return 3;
    }

    /** {@return the pause before the first repetition, doubled before each further one, with full jitter; 0.5 s} */
    @Value.Default
    default Duration firstPause() {
        return Duration.ofMillis(500);
    }

    /** {@return the longest pause before a repetition; 20 s} */
    @Value.Default
    default Duration longestPause() {
        return Duration.ofSeconds(20);
    }

    /** {@return how long undoing may take, beyond the time allowed for the use case; 60 s} */
    @Value.Default
    default Duration rollback() {
        return Duration.ofSeconds(60);
    }

    /**
     * {@return how long trouble that often passes by itself, such as an image that cannot be pulled, is waited out at
     * most before what it keeps back is given up; 60 s. Some kinds of trouble are given up sooner}
     */
    @Value.Default
    default Duration patience() {
        return Duration.ofSeconds(60);
    }

    /** {@return how often states are looked at while waiting} */
    @Value.Default
    default PollInterval pollInterval() {
        return PollInterval.DEFAULT;
    }

    /**
     * Draws a pause, so that those who failed together part.
     *
     * @param repetition which repetition follows the pause; 0 is the first
     * @return a random part of what {@link #firstPause} and {@link #longestPause} allow
     */
    default Duration pauseBefore(int repetition) {
        double doubled = firstPause().toNanos() * Math.pow(2, repetition);
        long most = (long) Math.min(doubled, (double) longestPause().toNanos());
        return Duration.ofNanos(ThreadLocalRandom.current().nextLong(most + 1));
    }

    /** {@return a builder with the defaults} */
    static Builder builder() {
        return ImmutableTimeouts.newBuilder();
    }

    /** Sets what differs from the defaults. Not safe for use by many threads. */
    interface Builder {
        /**
         * Sets {@link Timeouts#connect}.
         *
         * @param connect how long
         * @return this
         */
        Builder connect(Duration connect);

        /**
         * Sets {@link Timeouts#attempt}.
         *
         * @param attempt how long
         * @return this
         */
        Builder attempt(Duration attempt);

        /**
         * Sets {@link Timeouts#standstill}.
         *
         * @param standstill how long
         * @return this
         */
        Builder standstill(Duration standstill);

        /**
         * Sets {@link Timeouts#perNode}.
         *
         * @param perNode positive
         * @return this
         */
        Builder perNode(Duration perNode);

        /**
         * Sets {@link Timeouts#retries}.
         *
         * @param retries how often; 0 for never
         * @return this
         */
        Builder retries(int retries);

        /**
         * Sets {@link Timeouts#firstPause}.
         *
         * @param firstPause how long
         * @return this
         */
        Builder firstPause(Duration firstPause);

        /**
         * Sets {@link Timeouts#longestPause}.
         *
         * @param longestPause how long
         * @return this
         */
        Builder longestPause(Duration longestPause);

        /**
         * Sets {@link Timeouts#rollback}.
         *
         * @param rollback how long
         * @return this
         */
        Builder rollback(Duration rollback);

        /**
         * Sets {@link Timeouts#patience}.
         *
         * @param patience how long at most; zero to give up at the first sign
         * @return this
         */
        Builder patience(Duration patience);

        /**
         * Sets {@link Timeouts#pollInterval}.
         *
         * @param pollInterval how often
         * @return this
         */
        Builder pollInterval(PollInterval pollInterval);

        /** {@return the timeouts} */
        Timeouts build();
    }
}
