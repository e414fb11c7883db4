package io.kws.sdk.fleet;

import io.kws.sdk.errors.ConflictException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The schedules of one {@code Kws}, which end with it. Safe for use by many threads. */
final class Schedulers {
    private final FleetNodes nodes;
    private final Set<SweepScheduler> running = new LinkedHashSet<>();
    private boolean closed;

    Schedulers(FleetNodes nodes) {
        this.nodes = nodes;
    }

    synchronized SweepScheduler start(SweepSchedule schedule) {
        if (closed) {
            throw new ConflictException("the SDK is closed");
        }
        SweepScheduler scheduler = new SweepScheduler(nodes, schedule, this::forget);
        running.add(scheduler);
        scheduler.start();
        return scheduler;
    }

    private synchronized void forget(SweepScheduler scheduler) {
        running.remove(scheduler);
    }

    void close() {
        shut().forEach(SweepScheduler::close);
    }

    private synchronized List<SweepScheduler> shut() {
        closed = true;
        return List.copyOf(running);
    }
}
