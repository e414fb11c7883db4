package io.kws.sdk.fleet;

public interface Fleet {
    default io.kws.sdk.apps.AppRental deploy(io.kws.sdk.apps.AppSpec spec) { throw null; }
    default io.kws.sdk.buckets.BucketRental create(io.kws.sdk.buckets.BucketSpec spec) { throw null; }
    default io.kws.sdk.containers.ContainerRental run(io.kws.sdk.containers.ContainerSpec spec) { throw null; }
    default io.kws.sdk.servers.ServerRental rent(io.kws.sdk.servers.ServerSpec spec) { throw null; }
    io.kws.sdk.apps.AppRental deploy(io.kws.sdk.apps.AppSpec spec, io.kws.sdk.placement.Placement placement);
    io.kws.sdk.buckets.BucketRental create(io.kws.sdk.buckets.BucketSpec spec, io.kws.sdk.placement.Placement placement);
    io.kws.sdk.containers.ContainerRental run(io.kws.sdk.containers.ContainerSpec spec, io.kws.sdk.placement.Placement placement);
    Overview overview(String owner);
    io.kws.sdk.operations.Operation<io.kws.sdk.apps.AppRental> deployAsync(io.kws.sdk.apps.AppSpec spec, io.kws.sdk.placement.Placement placement);
    io.kws.sdk.operations.Operation<io.kws.sdk.buckets.BucketRental> createAsync(io.kws.sdk.buckets.BucketSpec spec, io.kws.sdk.placement.Placement placement);
    io.kws.sdk.operations.Operation<io.kws.sdk.containers.ContainerRental> runAsync(io.kws.sdk.containers.ContainerSpec spec, io.kws.sdk.placement.Placement placement);
    io.kws.sdk.operations.Operation<io.kws.sdk.servers.ServerRental> rentAsync(io.kws.sdk.servers.ServerSpec spec, io.kws.sdk.placement.Placement placement);
    io.kws.sdk.placement.PlacementPlan plan(io.kws.sdk.apps.AppSpec spec, io.kws.sdk.placement.Placement placement);
    io.kws.sdk.placement.PlacementPlan plan(io.kws.sdk.buckets.BucketSpec spec, io.kws.sdk.placement.Placement placement);
    io.kws.sdk.placement.PlacementPlan plan(io.kws.sdk.containers.ContainerSpec spec, io.kws.sdk.placement.Placement placement);
    io.kws.sdk.placement.PlacementPlan plan(io.kws.sdk.servers.ServerSpec spec, io.kws.sdk.placement.Placement placement);
    io.kws.sdk.results.FleetResult<io.kws.sdk.apps.App> apps();
    io.kws.sdk.results.FleetResult<io.kws.sdk.buckets.Bucket> buckets();
    io.kws.sdk.results.FleetResult<io.kws.sdk.containers.Container> containers();
    io.kws.sdk.results.FleetResult<Fleet.NodeLimits> limits();
    io.kws.sdk.results.FleetResult<io.kws.sdk.ides.Ide> ides();
    io.kws.sdk.results.FleetResult<io.kws.sdk.servers.Server> servers();
    io.kws.sdk.servers.ServerRental rent(io.kws.sdk.servers.ServerSpec spec, io.kws.sdk.placement.Placement placement);
    java.util.List<io.kws.sdk.health.NodeHealth> health();

    public record NodeLimits(String node, io.kws.sdk.limits.ProjectLimits limits) {
    }
}
