package io.kws.sdk.internal.nodes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Runs rounds until it is closed, each at the time that the last one named, on a thread of its own that does not keep the
 * program alive. Thread-safe.
 */
public final class RecurringTask {
    /** The clock may be set, and the machine may sleep. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Clock clock;
    private final Rounds rounds;
    private final Thread thread;
    private Instant next = Instant.MIN;
    private boolean closed;

    /** What is done again and again. */
    public interface Rounds {
        /** Runs a round, and returns when the next one is due. Throws nothing. */
        Instant run();

        /** Ends what is under way besides, once no round begins any more. */
        default void end() {}
    }

    public RecurringTask(String name, Clock clock, Rounds rounds) {
        this.clock = clock;
        this.rounds = rounds;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Makes the next round due now; one that is under way is followed by another. */
    public synchronized void wake() {
        next = Instant.MIN;
        notifyAll();
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** Lets no further round begin; what is under way has ten seconds, and then is interrupted. */
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        rounds.end();
        if (Thread.currentThread() == thread) { // from within a round
            return;
        }
        try {
            thread.join(PATIENCE.toMillis());
            thread.interrupt();
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (isOpenAtNext()) {
            sleepUntil(rounds.run());
        }
    }

    /** Sleeps until the next time, unless it is closed before. */
    private synchronized boolean isOpenAtNext() {
        try {
            while (!closed && clock.instant().isBefore(next)) {
                Duration left = Duration.between(clock.instant(), next);
                TimeUnit.MILLISECONDS.timedWait(this, Math.max(1, Math.min(left.toMillis(), LONGEST_SLEEP.toMillis())));
            }
            next = Instant.MAX;
            return !closed;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** A wake during the round counts. */
    private synchronized void sleepUntil(Instant time) {
        if (time.isBefore(next)) {
            next = time;
        }
    }
}
