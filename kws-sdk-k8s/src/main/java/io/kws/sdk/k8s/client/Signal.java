package io.kws.sdk.k8s.client;

import io.kws.sdk.errors.CancelledException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Wakes who waits for news. News that come while nobody waits are not lost. Safe for use by many threads. */
public final class Signal {
    private boolean raised;

    /** Makes a signal. */
    public Signal() {}

    /** Tells that there are news. */
    public synchronized void raise() {
        raised = true;
        notifyAll();
    }

    /**
     * Waits until there are news.
     *
     * @param atMost how long at most
     * @throws CancelledException if the thread is interrupted; its flag stays set
     */
    public synchronized void await(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try {
            while (!raised && end - System.nanoTime() > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
            }
            raised = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the thread was interrupted", e);
        }
    }
}
