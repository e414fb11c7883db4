package io.kws.sdk.openstack.client;

import java.time.Duration;

/** When something last moved. Safe for use by many threads. */
final class IdleTimer {
    private volatile long last = System.nanoTime();
    private volatile boolean elsewhere;

    /** Notes that something moves now. */
    void beat() {
        last = System.nanoTime();
    }

    /** Notes that the other side is not to blame for what stands still from now on, until the next {@link #back}. */
    void away() {
        elsewhere = true;
    }

    boolean isAway() {
        return elsewhere;
    }

    /** Notes that it is the other side's turn again. */
    void back() {
        beat();
        elsewhere = false;
    }

    /** Returns how much is left of the time that it may stand still. */
    Duration left(Duration standstill) {
        Duration left = elsewhere ? standstill : standstill.minusNanos(System.nanoTime() - last);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
