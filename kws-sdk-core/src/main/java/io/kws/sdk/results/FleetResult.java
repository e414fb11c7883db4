package io.kws.sdk.results;

import io.kws.sdk.errors.KwsException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The combined answers of all nodes. For a node that fails, the result holds its last known answer, with the time.
 * Immutable.
 *
 * @param items the items of all nodes, by node
 * @param nodes how each node answered that has such things, by name, sorted
 * @param <T> what was asked for
 */
public record FleetResult<T>(List<T> items, Map<String, NodeAnswer> nodes) {
    /**
     * Copies both.
     *
     * @param items the items of all nodes, by node
     * @param nodes how each node answered that has such things, by name
     */
    public FleetResult {
        items = List.copyOf(items);
        nodes = Collections.unmodifiableMap(new TreeMap<>(nodes));
    }

    /** {@return why nodes did not answer, by name; empty if all have} */
    public Map<String, KwsException> failures() {
        Map<String, KwsException> failures = new TreeMap<>();
        nodes.forEach((name, answer) -> answer.failure().ifPresent(failure -> failures.put(name, failure)));
        return failures;
    }

    /** {@return whether all nodes have answered} */
    public boolean isComplete() {
        return failures().isEmpty();
    }

    /** {@return one line: the number of items, and how each node answered} */
    @Override
    public String toString() {
        return "%d %s; %s".formatted(items.size(), items.size() == 1 ? "item" : "items", answers());
    }

    private String answers() {
        return nodes.entrySet().stream()
                .map(answer -> answer.getKey() + ": " + answer.getValue())
                .collect(Collectors.joining(", "));
    }
}
