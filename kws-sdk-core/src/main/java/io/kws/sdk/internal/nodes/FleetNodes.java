package io.kws.sdk.internal.nodes;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.OrphanFinder;
import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalBackends;
import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.internal.text.NearestName;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/**
 * What works over all nodes needs of them.
 *
 * @param all the nodes there are at the moment
 * @param fanOut asks them
 * @param settings how it works
 */
public record FleetNodes(Supplier<List<NodeView>> all, NodeFanOut fanOut, FleetSettings settings) {
    public FleetNodes(Supplier<List<NodeView>> all, Threads threads, FleetSettings settings) {
        this(all, new NodeFanOut(threads.steps(), settings.timeouts().perNode()), settings);
    }

    public Clock clock() {
        return settings.clock();
    }

    /** To the second, as tags have it. */
    public Instant now() {
        return clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    public NodeView get(String name) {
        List<NodeView> nodes = all.get();
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("node \"" + name + "\" does not exist"
                        + NearestName.hint(
                                name, nodes.stream().map(NodeView::name).toList())));
    }

    /** Returns the nodes that a query is for and that rent out something. */
    public List<NodeView> asked(RentalQuery query) {
        List<NodeView> asked = query.nodes().isEmpty()
                ? all.get()
                : query.nodes().stream().sorted().map(this::get).toList();
        return asked.stream().filter(node -> !backends(node).isEmpty()).toList();
    }

    /** Tells whether a query asks for rentals of a kind. */
    public static boolean asksFor(RentalQuery query, ResourceKind kind) {
        return query.kinds().isEmpty() || query.kinds().contains(kind);
    }

    public static List<RentalBackend> backends(NodeView node) {
        return node.capabilities(RentalBackends.class).stream()
                .flatMap(driver -> driver.kinds().stream())
                .toList();
    }

    public static List<OrphanFinder> orphanFinders(NodeView node) {
        return node.capabilities(RentalBackends.class).stream()
                .flatMap(driver -> driver.others().stream())
                .toList();
    }
}
