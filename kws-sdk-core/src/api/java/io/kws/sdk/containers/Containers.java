package io.kws.sdk.containers;

public interface Containers {
    String logs(String nameOrId, int lines);
    default java.util.List<Container> list() { throw null; }
    Container get(String nameOrId);
    Container restart(String nameOrId);
    Container start(String nameOrId);
    Container stop(String nameOrId);
    ContainerRental run(ContainerSpec spec);
    io.kws.sdk.operations.Operation<ContainerRental> runAsync(ContainerSpec spec);
    io.kws.sdk.plans.Plan plan(ContainerSpec spec);
    io.kws.sdk.receipts.Receipt delete(String nameOrId);
    java.util.List<Container> list(ContainerQuery query);
    java.util.Optional<Container> find(String nameOrId);
}
