package io.kws.sdk.internal.registry;

import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppRental;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.Apps;
import io.kws.sdk.buckets.Bucket;
import io.kws.sdk.buckets.BucketRental;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.buckets.Buckets;
import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerRental;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.containers.Containers;
import io.kws.sdk.driver.HealthProbe;
import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.fleet.Fleet;
import io.kws.sdk.fleet.Overview;
import io.kws.sdk.health.NodeHealth;
import io.kws.sdk.ides.Ide;
import io.kws.sdk.ides.Ides;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.NodeFanOut;
import io.kws.sdk.internal.nodes.NodeHealthCheck;
import io.kws.sdk.internal.placement.FleetPlacer;
import io.kws.sdk.internal.placement.PlaceableKind;
import io.kws.sdk.internal.placement.PlacementRequest;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.placement.Placement;
import io.kws.sdk.placement.PlacementPlan;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.rentals.Rentals;
import io.kws.sdk.results.FleetResult;
import io.kws.sdk.results.NodeAnswer;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.ServerRental;
import io.kws.sdk.servers.ServerSpec;
import io.kws.sdk.servers.Servers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** All nodes of the registry at once. Thread-safe. */
public final class RegistryFleet implements Fleet {
    private final FleetNodes nodes;
    private final Rentals rentals;
    private final FleetPlacer placer;
    private final Map<Known, Reading<?>> known = new ConcurrentHashMap<>();

    public RegistryFleet(FleetNodes nodes, Rentals rentals, Threads threads) {
        this.nodes = nodes;
        this.rentals = rentals;
        this.placer = new FleetPlacer(nodes, threads);
    }

    private record Known(String node, Class<?> type) {}

    private record Reading<T>(List<T> items, Instant at) {}

    @Override
    public FleetResult<Server> servers() {
        return list(Servers.class, Servers::list);
    }

    @Override
    public FleetResult<Container> containers() {
        return list(Containers.class, Containers::list);
    }

    @Override
    public FleetResult<Bucket> buckets() {
        return list(Buckets.class, Buckets::list);
    }

    @Override
    public FleetResult<App> apps() {
        return list(Apps.class, Apps::list);
    }

    @Override
    public FleetResult<Ide> ides() {
        return list(Ides.class, Ides::list);
    }

    @Override
    public FleetResult<NodeLimits> limits() {
        return list(Limits.class, Limits::get, (node, limits) -> List.of(new NodeLimits(node, limits)));
    }

    @Override
    public List<NodeHealth> health() {
        return nodes.fanOut()
                .all(nodes.all().get().stream()
                        .map(node -> (Callable<NodeHealth>) () -> NodeHealthCheck.of(
                                node.name(),
                                node.capabilities(HealthProbe.class),
                                nodes.settings().timeouts().perNode()))
                        .toList());
    }

    @Override
    public Overview overview(String owner) {
        RentalQuery query = RentalQuery.ownedBy(Objects.requireNonNull(owner, "owner"));
        List<FleetResult<?>> both = nodes.fanOut().all(List.of(() -> rentals.list(query), this::limits));
        return new Overview(nodes.now(), cast(both.get(0)), cast(both.get(1)));
    }

    @SuppressWarnings("unchecked")
    private static <T> FleetResult<T> cast(FleetResult<?> result) {
        return (FleetResult<T>) result;
    }

    private <C, T> FleetResult<T> list(Class<C> type, Function<C, List<T>> list) {
        return list(type, list, (node, items) -> items);
    }

    /** Turns what one node said into items. */
    @FunctionalInterface
    private interface Items<R, T> {
        List<T> of(String node, R said);
    }

    private <C, R, T> FleetResult<T> list(Class<C> type, Function<C, R> question, Items<R, T> items) {
        List<NodeView> asked = nodes.all().get().stream()
                .filter(node -> !node.capabilities(type).isEmpty())
                .toList();
        NodeFanOut.Answers<List<T>> answers = nodes.fanOut().ask(asked, node -> {
            List<T> all = new ArrayList<>();
            node.capabilities(type).forEach(part -> all.addAll(items.of(node.name(), question.apply(part))));
            return all;
        });
        Instant now = nodes.clock().instant();
        Map<String, NodeAnswer> how = new TreeMap<>();
        List<T> all = new ArrayList<>();
        for (NodeView node : asked) {
            Known key = new Known(node.name(), type);
            Optional.ofNullable(answers.good().get(node.name()))
                    .ifPresent(said -> known.put(key, new Reading<>(said, now)));
            boolean isAbsent = answers.bad().get(node.name()) instanceof CapabilityMissingException;
            if (!isAbsent) {
                @SuppressWarnings("unchecked") // by its key
                Optional<Reading<T>> last = Optional.ofNullable((Reading<T>) known.get(key));
                last.ifPresent(reading -> all.addAll(reading.items()));
                how.put(
                        node.name(),
                        new NodeAnswer(
                                last.map(Reading::at),
                                Optional.ofNullable(answers.bad().get(node.name()))));
            }
        }
        return new FleetResult<>(all, how);
    }

    @Override
    public ServerRental rent(ServerSpec spec, Placement placement) {
        return placer.create(new PlacementRequest<>(PlaceableKind.SERVER, spec, placement));
    }

    @Override
    public Operation<ServerRental> rentAsync(ServerSpec spec, Placement placement) {
        return placer.begin(new PlacementRequest<>(PlaceableKind.SERVER, spec, placement));
    }

    @Override
    public PlacementPlan plan(ServerSpec spec, Placement placement) {
        return placer.plan(new PlacementRequest<>(PlaceableKind.SERVER, spec, placement));
    }

    @Override
    public AppRental deploy(AppSpec spec, Placement placement) {
        return placer.create(new PlacementRequest<>(PlaceableKind.APP, spec, placement));
    }

    @Override
    public Operation<AppRental> deployAsync(AppSpec spec, Placement placement) {
        return placer.begin(new PlacementRequest<>(PlaceableKind.APP, spec, placement));
    }

    @Override
    public PlacementPlan plan(AppSpec spec, Placement placement) {
        return placer.plan(new PlacementRequest<>(PlaceableKind.APP, spec, placement));
    }

    @Override
    public ContainerRental run(ContainerSpec spec, Placement placement) {
        return placer.create(new PlacementRequest<>(PlaceableKind.CONTAINER, spec, placement));
    }

    @Override
    public Operation<ContainerRental> runAsync(ContainerSpec spec, Placement placement) {
        return placer.begin(new PlacementRequest<>(PlaceableKind.CONTAINER, spec, placement));
    }

    @Override
    public PlacementPlan plan(ContainerSpec spec, Placement placement) {
        return placer.plan(new PlacementRequest<>(PlaceableKind.CONTAINER, spec, placement));
    }

    @Override
    public BucketRental create(BucketSpec spec, Placement placement) {
        return placer.create(new PlacementRequest<>(PlaceableKind.BUCKET, spec, placement));
    }

    @Override
    public Operation<BucketRental> createAsync(BucketSpec spec, Placement placement) {
        return placer.begin(new PlacementRequest<>(PlaceableKind.BUCKET, spec, placement));
    }

    @Override
    public PlacementPlan plan(BucketSpec spec, Placement placement) {
        return placer.plan(new PlacementRequest<>(PlaceableKind.BUCKET, spec, placement));
    }
}
