package io.kws.sdk.internal.nodes;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.rentals.RentedThing;
import io.kws.sdk.results.FleetResult;
import io.kws.sdk.results.NodeAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** Reads the rentals that a query is for. */
public final class RentalReader {
    private final FleetNodes nodes;
    private final RentalQuery query;

    public RentalReader(FleetNodes nodes, RentalQuery query) {
        this.nodes = nodes;
        this.query = query;
    }

    /**
     * What was read of one kind.
     *
     * @param things what there is
     * @param failure why it could not be read
     */
    private record Reading(List<? extends RentedThing> things, Optional<KwsException> failure) {}

    public FleetResult<RentedThing> read() {
        NodeFanOut.Answers<List<Reading>> answers = nodes.fanOut().ask(nodes.asked(query), this::read);
        Instant now = nodes.clock().instant();
        Map<String, NodeAnswer> how = new TreeMap<>();
        List<RentedThing> all = new ArrayList<>();
        answers.good().forEach((node, readings) -> {
            how.put(node, new NodeAnswer(Optional.of(now).filter(time -> isRead(readings)), failure(readings)));
            readings.stream()
                    .flatMap(reading -> reading.things().stream())
                    .filter(query::matches)
                    .sorted(Comparator.comparing(thing -> thing.end().orElse(Instant.MAX)))
                    .forEach(all::add);
        });
        answers.bad().forEach((node, why) -> how.put(node, new NodeAnswer(Optional.empty(), Optional.of(why))));
        return new FleetResult<>(all, how);
    }

    private static boolean isRead(List<Reading> readings) {
        return readings.isEmpty()
                || readings.stream().anyMatch(reading -> reading.failure().isEmpty());
    }

    private static Optional<KwsException> failure(List<Reading> readings) {
        return readings.stream().flatMap(reading -> reading.failure().stream()).findFirst();
    }

    private List<Reading> read(NodeView node) {
        return nodes.fanOut()
                .all(FleetNodes.backends(node).stream()
                        .filter(backend -> FleetNodes.asksFor(query, backend.kind()))
                        .map(backend -> (Callable<Reading>) () -> read(node, backend))
                        .toList());
    }

    /** One kind that cannot be read does not spoil the others. */
    private static Reading read(NodeView node, RentalBackend backend) {
        try {
            return new Reading(things(node, backend), Optional.empty());
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            return new Reading(List.of(), Optional.of(e));
        }
    }

    /** A node without the service has none of its things. */
    public static List<TaggedRental> things(NodeView node, RentalBackend backend) {
        try {
            return backend.list().stream()
                    .map(thing -> new TaggedRental(node.name(), backend.kind(), thing))
                    .toList();
        } catch (CapabilityMissingException e) {
            return List.of();
        }
    }
}
