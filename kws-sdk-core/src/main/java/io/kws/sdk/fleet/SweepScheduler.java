package io.kws.sdk.fleet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sweeps by a {@link SweepSchedule} until it is closed, by itself or with its {@code Kws}; comes from
 * {@link Rentals#schedule}. One sweep at a time, on a thread of its own that does not keep the program alive. A sweep that
 * fails never ends the schedule. Safe for use by many threads.
 *
 * <p>A node is due when it has not been swept since the last time of the schedule, which is looked at when the scheduler
 * starts, too: however many runs were missed while no program was there, they are made up for by one. A node that another
 * program sweeps, or that does not answer, is asked again every five minutes.
 */
public final class SweepScheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SweepScheduler.class);
    private static final Duration RETRY = Duration.ofMinutes(5);
    /** The clock may be set, and the machine may sleep. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SweepSchedule schedule;
    private final Clock clock;
    private final SweepRound round;
    private final Consumer<SweepScheduler> onClose;
    private final Thread thread = new Thread(this::run, "kws-sweeper");
    private Instant next = Instant.MIN;
    private boolean closed;

    SweepScheduler(FleetNodes nodes, SweepSchedule schedule, Consumer<SweepScheduler> onClose) {
        this.schedule = schedule;
        this.clock = nodes.clock();
        this.round = new SweepRound(nodes, schedule, this::isClosed);
        this.onClose = onClose;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** {@return what it sweeps, and when} */
    public SweepSchedule schedule() {
        return schedule;
    }

    /** {@return the next time of the schedule} */
    public Instant nextRun() {
        return schedule.next(clock.instant());
    }

    /**
     * Ends the schedule. A sweep under way begins nothing more, and has ten seconds for what it is at; then it is
     * interrupted. Closing twice does nothing.
     */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        onClose.accept(this);
        if (Thread.currentThread() == thread) { // from a listener
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

    private synchronized boolean isClosed() {
        return closed;
    }

    private void run() {
        while (isOpenAtNext()) {
            next = tryRound();
        }
    }

    /** Sleeps until the next time, unless it is closed before. */
    private synchronized boolean isOpenAtNext() {
        try {
            while (!closed && clock.instant().isBefore(next)) {
                Duration left = Duration.between(clock.instant(), next);
                TimeUnit.MILLISECONDS.timedWait(this, Math.max(1, Math.min(left.toMillis(), LONGEST_SLEEP.toMillis())));
            }
            return !closed;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** Runs a round; returns when the next one is due. */
    Instant tryRound() {
        Instant now = clock.instant();
        Instant later = schedule.next(now);
        boolean isUnfinished = true;
        try {
            SweepRound.Result result = round.run();
            isUnfinished = result.isUnfinished();
            tell(result.report());
        } catch (RuntimeException e) { // locks and rules of users may throw anything
            LOG.warn("A scheduled sweep failed", e);
            quietly(() -> schedule.listener().failed(e));
        }
        Instant retry = clock.instant().plus(RETRY);
        return isUnfinished && retry.isBefore(later) ? retry : later;
    }

    private void tell(Optional<SweepReport> report) {
        report.ifPresent(told -> quietly(() -> schedule.listener().swept(told)));
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("A listener of a schedule failed", e);
        }
    }
}
