package io.kws.sdk.sweeps;

import java.time.Instant;
import java.util.Optional;

/**
 * Sees to it that of several programs that sweep the same nodes on a schedule, one does so at a time. Each node has a
 * lock of its own, as programs need not have the same nodes. Thread-safe.
 *
 * <p>Unless another is given, each node keeps its lock itself ({@link SweepSchedule.Builder#leaseTerm}): who sweeps it,
 * until when, and when it was swept last. Whoever would rather use a lock of a database implements this.
 */
@FunctionalInterface
public interface SweepLock {
    /**
     * Takes the lock of a node, unless another has it. Does not wait for it.
     *
     * @param node the node's name
     * @return the lock; empty if another has it
     * @throws RuntimeException if that cannot be told; the node is then not swept, and asked again later
     */
    Optional<Held> tryTake(String node);

    /** A lock that is had. Thread-safe. */
    interface Held extends AutoCloseable {
        /**
         * Tells whether the lock is still had, and renews it if it is time to. Asked before each action of the sweep, on
         * many threads: the answer should as a rule need no call.
         *
         * @return whether to go on
         */
        boolean renew();

        /** {@return when the node was swept last; empty if that is not known, which is so unless implemented} */
        default Optional<Instant> lastRun() {
            return Optional.empty();
        }

        /**
         * Keeps when the node was swept, so that a run missed while no program was there is made up for. Does nothing
         * unless implemented: then only runs of this program are known.
         *
         * @param at when the sweep began
         */
        default void swept(Instant at) {}

        /** Gives the lock back. Does not fail: whoever cannot give it back lets it end by itself. */
        @Override
        void close();
    }
}
