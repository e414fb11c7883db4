package io.kws.sdk.sweeps;

import io.kws.sdk.errors.KwsException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a sweep found and did. Immutable.
 *
 * @param at when it began
 * @param examined how many rentals it looked at
 * @param items what was due, and what came of it
 * @param unreachable why nodes, or a part of them, could not be looked at, by name; their rentals wait for the next sweep
 */
public record SweepReport(Instant at, int examined, List<SweepItem> items, Map<String, KwsException> unreachable) {
    /**
     * Copies list and map.
     *
     * @param at when it began
     * @param examined how many rentals it looked at
     * @param items what was due, and what came of it
     * @param unreachable why nodes could not be looked at, by name
     */
    public SweepReport {
        items = List.copyOf(items);
        unreachable = Collections.unmodifiableMap(new TreeMap<>(unreachable));
    }

    /**
     * Returns the items of one kind.
     *
     * @param action what was due
     * @param outcome what came of it
     * @return the items
     */
    public List<SweepItem> items(SweepAction action, SweepOutcome outcome) {
        return items.stream()
                .filter(item -> item.action() == action && item.outcome() == outcome)
                .toList();
    }

    /** {@return whether all nodes were looked at, and nothing failed} */
    public boolean isComplete() {
        return unreachable.isEmpty() && items.stream().noneMatch(item -> item.outcome() == SweepOutcome.FAILED);
    }

    /** {@return the counts, and a line for each item and each node that could not be looked at} */
    @Override
    public String toString() {
        Stream<String> lines = items.stream().map(SweepItem::toString);
        Stream<String> failures = unreachable.values().stream().map(why -> "NOT LOOKED AT " + why.getMessage());
        String head = "sweep of %s: looked at %d, due %d, failed %d"
                .formatted(
                        at.truncatedTo(ChronoUnit.SECONDS),
                        examined,
                        items.size(),
                        items.stream()
                                .filter(item -> item.outcome() == SweepOutcome.FAILED)
                                .count());
        return Stream.of(Stream.of(head), lines, failures).flatMap(line -> line).collect(Collectors.joining("\n"));
    }
}
