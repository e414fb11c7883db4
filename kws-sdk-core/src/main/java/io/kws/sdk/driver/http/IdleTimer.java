package io.kws.sdk.driver.http;

import java.time.Duration;

/** Measures how long a transfer has been idle. Thread-safe. */
public final class IdleTimer {
    private volatile long last = System.nanoTime();
    private volatile boolean paused;

    /** Makes a timer that starts now. */
    public IdleTimer() {}

    /** Starts again, as something moved. */
    public void beat() {
        last = System.nanoTime();
    }

    /** Stops until {@link #resume}, as the other side is not responsible for the delay from now on. */
    public void pause() {
        paused = true;
    }

    /** {@return whether the timer is stopped} */
    public boolean isPaused() {
        return paused;
    }

    /** Starts again, as it is the other side's turn. */
    public void resume() {
        beat();
        paused = false;
    }

    /**
     * Returns the time left.
     *
     * @param limit how long the transfer may be idle
     * @return what is left of it, never negative; all of it while the timer is stopped
     */
    public Duration left(Duration limit) {
        Duration left = paused ? limit : limit.minusNanos(System.nanoTime() - last);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
