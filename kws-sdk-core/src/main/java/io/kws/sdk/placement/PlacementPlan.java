package io.kws.sdk.placement;

import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.KwsException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where something would be made, and why not elsewhere, as far as that can be known without making anything. Immutable.
 *
 * @param attempt what would be done, such as {@code rent server "web-1"}
 * @param order the nodes that would be tried, the first one first
 * @param passedOver why the other nodes that were looked at would not be, by name, sorted
 */
public record PlacementPlan(String attempt, List<NodeRoom> order, Map<String, KwsException> passedOver) {
    /**
     * Copies both.
     *
     * @param attempt what would be done
     * @param order the nodes that would be tried
     * @param passedOver why the other nodes would not be
     */
    public PlacementPlan {
        order = List.copyOf(order);
        passedOver = Collections.unmodifiableMap(new TreeMap<>(passedOver));
    }

    /** {@return the node it would be made on; empty if on none} */
    public Optional<NodeRoom> best() {
        return conflict().isPresent() ? Optional.empty() : order.stream().findFirst();
    }

    /** {@return whether there is a node to try, and none has such a thing already} */
    public boolean isFeasible() {
        return best().isPresent();
    }

    /**
     * Tells that a node has such a thing already, so that it would be a second one, wherever it is made. Another conflict
     * speaks against its own node only.
     *
     * @return an {@link AlreadyRentedException}; empty if no node has such a thing
     */
    public Optional<KwsException> conflict() {
        return passedOver.values().stream()
                .filter(AlreadyRentedException.class::isInstance)
                .findFirst();
    }

    /** {@return all of it in lines for people} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                attempt + ": " + best().map(room -> "on " + room.node()).orElse("cannot be done") + "\n");
        order.forEach(room -> text.append("  candidate    ").append(room).append('\n'));
        passedOver.forEach((node, why) -> text.append("  passed over  %s: %s%n".formatted(node, why.reason())));
        return text.toString();
    }
}
