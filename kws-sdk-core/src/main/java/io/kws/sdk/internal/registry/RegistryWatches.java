package io.kws.sdk.internal.registry;

import io.kws.sdk.internal.nodes.BackgroundTasks;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.watching.RecurringWatch;
import io.kws.sdk.watching.RentalWatch;
import io.kws.sdk.watching.RentalWatches;
import io.kws.sdk.watching.WatchSpec;
import java.util.Objects;

/** Watches the rentals of the nodes in the registry. */
public final class RegistryWatches implements RentalWatches {
    private final FleetNodes nodes;
    private final BackgroundTasks tasks;

    public RegistryWatches(FleetNodes nodes, BackgroundTasks tasks) {
        this.nodes = nodes;
        this.tasks = tasks;
    }

    @Override
    public RentalWatch open(WatchSpec spec) {
        Objects.requireNonNull(spec, "spec");
        tasks.requireOpen();
        nodes.asked(spec.query());
        RecurringWatch watch = new RecurringWatch(nodes, spec);
        tasks.start(watch.ticker());
        return watch;
    }
}
