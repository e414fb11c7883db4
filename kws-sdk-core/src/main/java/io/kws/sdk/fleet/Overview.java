package io.kws.sdk.fleet;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.receipts.ResourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What somebody rents, and what is left of the quotas, at one moment. Immutable.
 *
 * @param at the moment
 * @param rentals what is rented, by node; and which nodes did not say
 * @param limits what the project on each node may have, and has; and which nodes did not say
 */
public record Overview(Instant at, FleetResult<RentedThing> rentals, FleetResult<Fleet.NodeLimits> limits) {
    /** {@return how many there are of each kind that there is} */
    public Map<ResourceKind, Long> counts() {
        return rentals.items().stream()
                .collect(Collectors.groupingBy(
                        RentedThing::kind, () -> new EnumMap<>(ResourceKind.class), Collectors.counting()));
    }

    /** {@return how many there are in each state} */
    public Map<RentalState, Long> states() {
        return rentals.items().stream()
                .collect(Collectors.groupingBy(
                        thing -> thing.state(at), () -> new EnumMap<>(RentalState.class), Collectors.counting()));
    }

    /**
     * Returns what ends soon, or is over.
     *
     * @param within how soon
     * @return the rentals, the earliest end first
     */
    public List<RentedThing> endingWithin(Duration within) {
        return rentals.items().stream()
                .filter(thing ->
                        thing.end().filter(end -> end.isBefore(at.plus(within))).isPresent())
                .sorted(Comparator.comparing(thing -> thing.end().orElseThrow()))
                .toList();
    }

    /** {@return a line for each rental, and for each node that did not answer} */
    @Override
    public String toString() {
        Stream<String> lines = rentals.items().stream().map(this::line);
        Map<String, KwsException> failures = new TreeMap<>(limits.failures());
        failures.putAll(rentals.failures());
        return Stream.concat(lines, failures.values().stream().map(KwsException::getMessage))
                .collect(Collectors.joining("\n"));
    }

    private String line(RentedThing thing) {
        String status = thing.status().isEmpty() ? "" : thing.status() + ", ";
        return "%s: %s%s".formatted(thing, status, thing.state(at));
    }
}
