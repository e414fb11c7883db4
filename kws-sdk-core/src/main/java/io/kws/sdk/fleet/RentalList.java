package io.kws.sdk.fleet;

import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.spi.NodeView;
import io.kws.sdk.spi.Rentable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Reads the rentals that a query is for. */
final class RentalList {
    private final FleetNodes nodes;
    private final RentalQuery query;

    RentalList(FleetNodes nodes, RentalQuery query) {
        this.nodes = nodes;
        this.query = query;
    }

    FleetResult<RentedThing> read() {
        Everywhere.Answers<List<RentedThing>> answers =
                nodes.everywhere().ask(asked(), node -> read(nodes.everywhere(), node));
        Map<String, NodeAnswer> how = new TreeMap<>();
        Optional<Instant> now = Optional.of(nodes.clock().instant());
        answers.good().keySet().forEach(node -> how.put(node, new NodeAnswer(now, Optional.empty())));
        answers.bad().forEach((node, why) -> how.put(node, new NodeAnswer(Optional.empty(), Optional.of(why))));
        return new FleetResult<>(
                answers.good().values().stream()
                        .flatMap(things -> things.stream()
                                .filter(this::isMeant)
                                .sorted(Comparator.comparing(
                                        thing -> thing.end().orElse(Instant.MAX))))
                        .toList(),
                how);
    }

    private List<NodeView> asked() {
        return nodes.meant(query).stream()
                .filter(node -> !FleetNodes.rentables(node).isEmpty())
                .toList();
    }

    private List<RentedThing> read(Everywhere everywhere, NodeView node) {
        List<Callable<List<RentedThing>>> work = new ArrayList<>();
        for (Rentable rentable : FleetNodes.rentables(node)) {
            if (query.kinds().isEmpty() || query.kinds().contains(rentable.kind())) {
                work.add(() -> things(node, rentable));
            }
        }
        return everywhere.all(work).stream().flatMap(List::stream).toList();
    }

    /** A node without the service has none of its things. */
    static List<RentedThing> things(NodeView node, Rentable rentable) {
        try {
            return rentable.list().stream()
                    .map(thing -> new RentedThing(node.name(), rentable.kind(), thing))
                    .toList();
        } catch (CapabilityMissingException e) {
            return List.of();
        }
    }

    private boolean isMeant(RentedThing thing) {
        return (query.owner().isEmpty() || query.owner().equals(thing.owner()))
                && query.endingBefore()
                        .map(time -> thing.rental()
                                .flatMap(Rental::end)
                                .filter(end -> end.isBefore(time))
                                .isPresent())
                        .orElse(true);
    }
}
