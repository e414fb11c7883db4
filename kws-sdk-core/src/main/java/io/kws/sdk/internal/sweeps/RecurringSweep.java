package io.kws.sdk.internal.sweeps;

import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.RecurringTask;
import io.kws.sdk.sweeps.SweepReport;
import io.kws.sdk.sweeps.SweepSchedule;
import io.kws.sdk.sweeps.SweepScheduler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps by a schedule, one round after the other. Thread-safe. */
public final class RecurringSweep implements SweepScheduler {
    private static final Logger LOG = LoggerFactory.getLogger(RecurringSweep.class);
    private static final Duration RETRY = Duration.ofMinutes(5);

    private final SweepSchedule schedule;
    private final Clock clock;
    private final ScheduledRound round;
    private final RecurringTask ticker;

    public RecurringSweep(FleetNodes nodes, SweepSchedule schedule) {
        this.schedule = schedule;
        this.clock = nodes.clock();
        this.ticker = new RecurringTask("kws-sweeper", clock, this::tryRound);
        this.round = new ScheduledRound(nodes, schedule, ticker::isClosed);
    }

    public RecurringTask ticker() {
        return ticker;
    }

    @Override
    public SweepSchedule schedule() {
        return schedule;
    }

    @Override
    public Instant nextRun() {
        return schedule.next(clock.instant());
    }

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
    Instant tryRound() {
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
