package io.kws.sdk.fleet;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalState;
import io.kws.sdk.rentals.RentedThing;
import io.kws.sdk.results.FleetResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
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

    /** {@return how many there are; a line for each rental; what each project has used of what it may have; failures} */
    @Override
    public String toString() {
        Map<String, KwsException> failures = new TreeMap<>(limits.failures());
        failures.putAll(rentals.failures());
        return Stream.of(
                        Stream.of(summary()),
                        rentals.items().stream().map(this::line),
                        limits.items().stream().map(Overview::line),
                        failures.values().stream().map(KwsException::getMessage))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private String summary() {
        return rentals.items().isEmpty()
                ? "rented: nothing"
                : "rented: %s; %s"
                        .formatted(join(counts(), Overview::things), join(states(), (state, count) -> state.name()));
    }

    private static String things(ResourceKind kind, long count) {
        return count == 1 ? kind.label() : kind.label() + "s";
    }

    private static <K> String join(Map<K, Long> counts, BiFunction<K, Long, String> label) {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + label.apply(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String line(RentedThing thing) {
        String status = thing.status().isEmpty() ? "" : thing.status() + ", ";
        return "%s: %s%s".formatted(thing, status, thing.state(at));
    }

    private static String line(Fleet.NodeLimits of) {
        String used = of.limits().all().stream()
                .filter(limit -> !limit.isUnlimited() && limit.used() > 0)
                .map(limit -> "%d of %d %s"
                        .formatted(
                                limit.used(),
                                limit.max().orElse(0),
                                limit.kind().label()))
                .collect(Collectors.joining(", "));
        return of.node() + ": the project has used " + (used.isEmpty() ? "nothing" : used);
    }
}
