package io.kws.sdk.sweeps;

import io.kws.sdk.internal.fleet.FleetNodes;
import io.kws.sdk.internal.fleet.RecurringTask;
import io.kws.sdk.internal.sweeps.ScheduledRound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sweeps by a {@link SweepSchedule} until it is closed, by itself or with its {@code Kws}; comes from
 * {@link io.kws.sdk.rentals.Rentals#schedule}. One sweep at a time, on a thread of its own that does not keep the program alive. A sweep that
 * fails never ends the schedule. Safe for use by many threads.
 *
 * <p>A node is due when it has not been swept since the last time of the schedule, which is looked at when the scheduler
 * starts, too: however many runs were missed while no program was there, they are made up for by one. A node that another
 * program sweeps, or that does not answer, is asked again every five minutes.
 */
public final class SweepScheduler implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SweepScheduler.class);
    private static final Duration RETRY = Duration.ofMinutes(5);

    private final SweepSchedule schedule;
    private final Clock clock;
    private final ScheduledRound round;
    private final RecurringTask ticker;

    public SweepScheduler(FleetNodes nodes, SweepSchedule schedule) {
        this.schedule = schedule;
        this.clock = nodes.clock();
        this.ticker = new RecurringTask("kws-sweeper", clock, this::tryRound);
        this.round = new ScheduledRound(nodes, schedule, ticker::isClosed);
    }

    public RecurringTask ticker() {
        return ticker;
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
        ticker.close();
    }

    /** {@return such as {@code sweeps at "0 0 * * *" (Asia/Seoul), next at 2026-01-05T15:00:00Z}; or that it is closed} */
    @Override
    public String toString() {
        return "sweeps at \"%s\" (%s), %s"
                .formatted(schedule.cron(), schedule.zone(), ticker.isClosed() ? "closed" : "next at " + nextRun());
    }

    /** Runs a round; returns when the next one is due. */
    public Instant tryRound() {
        Instant now = clock.instant();
        Instant later = schedule.next(now);
        boolean isUnfinished = true;
        try {
            ScheduledRound.Result result = round.run();
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
