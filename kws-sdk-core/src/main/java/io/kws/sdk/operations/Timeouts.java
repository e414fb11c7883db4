package io.kws.sdk.operations;

import io.kws.sdk.internal.style.ValueStyle;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.immutables.value.Value;

/** Time limits, retries and poll intervals of the SDK. Immutable. */
@Value.Immutable
@ValueStyle
public interface Timeouts {
    /** The defaults, each documented at its method. */
    Timeouts DEFAULT = builder().build();

    /** {@return the time limit for opening a connection; 5 s by default} */
    @Value.Default
    default Duration connect() {
        return Duration.ofSeconds(5);
    }

    /** {@return the time limit for one attempt of a call; 30 s by default} */
    @Value.Default
    default Duration attempt() {
        return Duration.ofSeconds(30);
    }

    /**
     * {@return the longest time an upload or a download may stall; 60 s by default. The transfer as a whole has no time
     * limit}
     */
    @Value.Default
    default Duration standstill() {
        return Duration.ofSeconds(60);
    }

    /** {@return the time limit for each node when a query goes to all nodes; 15 s by default} */
    @Value.Default
    default Duration perNode() {
        return Duration.ofSeconds(15);
    }

    /** {@return the maximum number of retries of a call that is safe to retry; 3 by default} */
    @Value.Default
    default int retries() {
        return 3;
    }

    /** {@return the pause before the first retry, doubled for each further one, with full jitter; 0.5 s by default} */
    @Value.Default
    default Duration firstPause() {
        return Duration.ofMillis(500);
    }

    /** {@return the longest pause before a retry; 20 s by default} */
    @Value.Default
    default Duration longestPause() {
        return Duration.ofSeconds(20);
    }

    /** {@return the time limit for a rollback, in addition to the use case's own time limit; 60 s by default} */
    @Value.Default
    default Duration rollback() {
        return Duration.ofSeconds(60);
    }

    /**
     * {@return the longest time to wait for a problem that often resolves itself, such as a failed image pull, before
     * the use case fails; 60 s by default. Some problems fail it sooner}
     */
    @Value.Default
    default Duration patience() {
        return Duration.ofSeconds(60);
    }

    /** {@return the interval between polls while waiting; {@link PollInterval#DEFAULT} by default} */
    @Value.Default
    default PollInterval pollInterval() {
        return PollInterval.DEFAULT;
    }

    /**
     * Returns a random pause, so that clients that failed together do not retry together.
     *
     * @param repetition the index of the retry after the pause, starting at 0
     * @return a random duration between zero and the limit set by {@link #firstPause} and {@link #longestPause}
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

    /** Builds timeouts that differ from the defaults. Not thread-safe. */
    interface Builder {
        /**
         * Sets {@link Timeouts#connect}.
         *
         * @param connect the time limit
         * @return this builder
         */
        Builder connect(Duration connect);

        /**
         * Sets {@link Timeouts#attempt}.
         *
         * @param attempt the time limit
         * @return this builder
         */
        Builder attempt(Duration attempt);

        /**
         * Sets {@link Timeouts#standstill}.
         *
         * @param standstill the time limit
         * @return this builder
         */
        Builder standstill(Duration standstill);

        /**
         * Sets {@link Timeouts#perNode}.
         *
         * @param perNode the time limit, positive
         * @return this builder
         */
        Builder perNode(Duration perNode);

        /**
         * Sets {@link Timeouts#retries}.
         *
         * @param retries the number of retries; 0 to disable them
         * @return this builder
         */
        Builder retries(int retries);

        /**
         * Sets {@link Timeouts#firstPause}.
         *
         * @param firstPause the pause
         * @return this builder
         */
        Builder firstPause(Duration firstPause);

        /**
         * Sets {@link Timeouts#longestPause}.
         *
         * @param longestPause the pause
         * @return this builder
         */
        Builder longestPause(Duration longestPause);

        /**
         * Sets {@link Timeouts#rollback}.
         *
         * @param rollback the time limit
         * @return this builder
         */
        Builder rollback(Duration rollback);

        /**
         * Sets {@link Timeouts#patience}.
         *
         * @param patience the time limit; zero to fail on the first problem
         * @return this builder
         */
        Builder patience(Duration patience);

        /**
         * Sets {@link Timeouts#pollInterval}.
         *
         * @param pollInterval the interval
         * @return this builder
         */
        Builder pollInterval(PollInterval pollInterval);

        /** {@return the timeouts} */
        Timeouts build();
    }
}
