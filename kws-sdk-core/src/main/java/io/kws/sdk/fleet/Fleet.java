package io.kws.sdk.fleet;

import io.kws.sdk.apps.App;
import io.kws.sdk.apps.Apps;
import io.kws.sdk.buckets.Bucket;
import io.kws.sdk.buckets.Buckets;
import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.Containers;
import io.kws.sdk.driver.HealthProbe;
import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.health.NodeHealth;
import io.kws.sdk.ides.Ide;
import io.kws.sdk.ides.Ides;
import io.kws.sdk.internal.fleet.FleetNodes;
import io.kws.sdk.internal.fleet.NodeFanOut;
import io.kws.sdk.internal.fleet.NodeHealthCheck;
import io.kws.sdk.internal.placement.FleetPlacer;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.limits.ProjectLimits;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.rentals.Rentals;
import io.kws.sdk.rentals.TermCaps;
import io.kws.sdk.results.FleetResult;
import io.kws.sdk.results.NodeAnswer;
import io.kws.sdk.servers.Server;
import io.kws.sdk.servers.Servers;
import java.time.Clock;
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
import java.util.function.Supplier;

/**
 * All nodes at once. Each question is put to all nodes side by side, and each has a deadline of its own
 * ({@link Timeouts#perNode}): a node that is slow or dead never delays the answer beyond it, and its part of the answer
 * is what it said last, with the time. Each method blocks until then. What may be on any node is made by {@link #rent},
 * {@link #deploy}, {@link #run} and {@link #create}, which block until it is there. Safe for use by many threads.
 */
public final class Fleet extends FleetPlacer {
    private final FleetNodes nodes;
    private final Rentals rentals;
    private final Map<Known, Reading<?>> known = new ConcurrentHashMap<>();

    /**
     * Makes a fleet; for {@code Kws}.
     *
     * @param nodes the nodes there are at the moment
     * @param threads runs what is done on the nodes
     * @param settings how it works
     */
    public Fleet(Supplier<List<NodeView>> nodes, Threads threads, Settings settings) {
        this(
                new FleetNodes(
                        nodes,
                        new NodeFanOut(threads.steps(), settings.timeouts().perNode()),
                        settings),
                threads);
    }

    private Fleet(FleetNodes nodes, Threads threads) {
        super(nodes, threads);
        this.nodes = nodes;
        this.rentals = new Rentals(nodes);
    }

    /**
     * How a fleet works. Immutable.
     *
     * @param timeouts how long things may take
     * @param caps how far rentals may be extended
     * @param clock tells the time
     */
    public record Settings(Timeouts timeouts, TermCaps caps, Clock clock) {}

    private record Known(String node, Class<?> type) {}

    private record Reading<T>(List<T> items, Instant at) {}

    /** Ends the schedules of sweeps; {@code Kws} does, when it is closed. */
    public void close() {
        rentals.close();
    }

    /** {@return what is rented, of every kind} */
    public Rentals rentals() {
        return rentals;
    }

    /** {@return the servers of all nodes with an OpenStack} */
    public FleetResult<Server> servers() {
        return list(Servers.class, Servers::list);
    }

    /** {@return the containers of all nodes with Zun} */
    public FleetResult<Container> containers() {
        return list(Containers.class, Containers::list);
    }

    /** {@return the buckets of all nodes with Swift} */
    public FleetResult<Bucket> buckets() {
        return list(Buckets.class, Buckets::list);
    }

    /** {@return the apps of all nodes with a Kubernetes cluster} */
    public FleetResult<App> apps() {
        return list(Apps.class, Apps::list);
    }

    /** {@return the IDEs of all nodes with a Kubernetes cluster, closed ones too} */
    public FleetResult<Ide> ides() {
        return list(Ides.class, Ides::list);
    }

    /** {@return how much the project may have, and has, on each node with an OpenStack} */
    public FleetResult<NodeLimits> limits() {
        return list(Limits.class, Limits::get, (node, limits) -> List.of(new NodeLimits(node, limits)));
    }

    /**
     * What a node's project may have, and has. Immutable.
     *
     * @param node the node's name
     * @param limits the limits
     */
    public record NodeLimits(String node, ProjectLimits limits) {}

    /**
     * Finds out how all nodes do, side by side; a node that is down is one that says so.
     *
     * @return how each node does, by name
     */
    public List<NodeHealth> health() {
        return nodes.everywhere()
                .all(nodes.all().get().stream()
                        .map(node -> (Callable<NodeHealth>) () -> NodeHealthCheck.of(
                                node.name(),
                                node.capabilities(HealthProbe.class),
                                nodes.settings().timeouts().perNode()))
                        .toList());
    }

    /**
     * Looks at everything somebody rents, and at what is left of the quotas. A part that fails leaves the others alone.
     *
     * @param owner who; empty: everybody
     * @return the overview
     */
    public Overview overview(String owner) {
        RentalQuery query = RentalQuery.ownedBy(Objects.requireNonNull(owner, "owner"));
        List<FleetResult<?>> both = nodes.everywhere().all(List.of(() -> rentals.list(query), this::limits));
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
        NodeFanOut.Answers<List<T>> answers = nodes.everywhere().ask(asked, node -> {
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
}
