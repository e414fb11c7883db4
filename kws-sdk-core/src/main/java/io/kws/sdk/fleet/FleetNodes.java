package io.kws.sdk.fleet;

import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.spi.NodeView;
import io.kws.sdk.spi.Rentable;
import io.kws.sdk.spi.Rentables;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/**
 * What works over all nodes needs of them.
 *
 * @param all the nodes there are at the moment
 * @param everywhere asks them
 * @param settings how it works
 */
record FleetNodes(Supplier<List<NodeView>> all, Everywhere everywhere, Fleet.Settings settings) {
    Clock clock() {
        return settings.clock();
    }

    /** To the second, as tags have it. */
    Instant now() {
        return clock().instant().truncatedTo(ChronoUnit.SECONDS);
    }

    NodeView get(String name) {
        return all.get().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("node \"" + name + "\" does not exist"));
    }

    /** Returns the nodes that a query names; all if it names none. */
    List<NodeView> meant(RentalQuery query) {
        return all.get().stream()
                .filter(node -> query.nodes().isEmpty() || query.nodes().contains(node.name()))
                .toList();
    }

    static List<Rentable> rentables(NodeView node) {
        return node.capabilities(Rentables.class).stream()
                .flatMap(driver -> driver.kinds().stream())
                .toList();
    }
}
