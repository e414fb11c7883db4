package io.kws.sdk.k8s.client;

import io.kws.sdk.errors.CancelledException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Wakes a waiting thread. A signal that is raised while none waits wakes the next one. Thread-safe. */
public final class Signal {
    private boolean raised;

    /** Makes a signal. */
    public Signal() {}

    /** Raises the signal. */
    public synchronized void raise() {
        raised = true;
        notifyAll();
    }

    /**
     * Waits until the signal is raised.
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
