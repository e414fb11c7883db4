package io.kws.sdk.internal.registry;

import io.kws.sdk.internal.nodes.BackgroundTasks;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.sweeps.FleetSweep;
import io.kws.sdk.internal.sweeps.RecurringSweep;
import io.kws.sdk.internal.sweeps.SweepGuard;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepReport;
import io.kws.sdk.sweeps.SweepSchedule;
import io.kws.sdk.sweeps.SweepScheduler;
import io.kws.sdk.sweeps.Sweeps;
import java.util.Objects;

/** Sweeps over the nodes of the registry. */
public final class RegistrySweeps implements Sweeps {
    private final FleetNodes nodes;
    private final BackgroundTasks tasks;

    public RegistrySweeps(FleetNodes nodes, BackgroundTasks tasks) {
        this.nodes = nodes;
        this.tasks = tasks;
    }

    @Override
    public SweepReport run(Sweep sweep) {
        Objects.requireNonNull(sweep, "sweep");
        return new FleetSweep(nodes, sweep, SweepGuard.NONE).run();
    }

    @Override
    public SweepScheduler schedule(SweepSchedule schedule) {
        Objects.requireNonNull(schedule, "schedule");
        RecurringSweep sweep = new RecurringSweep(nodes, schedule);
        tasks.start(sweep.ticker());
        return sweep;
    }
}
