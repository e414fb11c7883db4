package io.kws.sdk.internal.placement;

import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.placement.PlacementPlan;

/** Creates resources on whichever node has room for them. Thread-safe. */
public final class FleetPlacer {
    private final FleetNodes nodes;
    private final Threads threads;

    public FleetPlacer(FleetNodes nodes, Threads threads) {
        this.nodes = nodes;
        this.threads = threads;
    }

    /** Creates the resource and waits for it. */
    public <C, S, R> R create(PlacementRequest<C, S, R> request) {
        return threads.run(new PlacementRun<>(nodes, request, progress -> {}));
    }

    /** Begins to create the resource in the background. */
    public <C, S, R> Operation<R> begin(PlacementRequest<C, S, R> request) {
        return threads.start(request.attempt(), listener -> new PlacementRun<>(nodes, request, listener));
    }

    /** Returns where the resource would be created; creates nothing. */
    public PlacementPlan plan(PlacementRequest<?, ?, ?> request) {
        return new CapacitySurvey<>(nodes, request).plan();
    }
}
