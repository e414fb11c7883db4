package io.kws.sdk.placement;

import io.kws.sdk.errors.InvalidRequestException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Decides on which node something is made. A rule of your own may be a lambda; it is asked once for each thing, and must
 * be safe for use by many threads if it is used by many.
 *
 * <pre>{@code
 * Placement quietest = rooms -> rooms.stream()
 *     .sorted(Comparator.comparingLong(room -> room.rentals("alice")))
 *     .map(NodeRoom::node).toList();
 * kws.fleet().rent(spec, quietest.among("kws1", "kws2"));
 * }</pre>
 */
@FunctionalInterface
public interface Placement {
    /**
     * Puts the nodes into the order in which they are tried.
     *
     * @param candidates the nodes that could take it by all that can be asked, by name
     * @return the names of those to try, the best first; the others are left out
     */
    List<String> order(List<NodeRoom> candidates);

    /** {@return the names of the nodes that are looked at, which must exist; empty: all that have the service} */
    default Set<String> nodes() {
        return Set.of();
    }

    /**
     * Restricts this rule to some nodes; the others are not even looked at.
     *
     * @param nodes their names
     * @return the rule for these
     * @throws InvalidRequestException if none is named
     */
    default Placement among(String... nodes) {
        return PlacementAmong.of(this, nodes);
    }

    /**
     * Returns the rule that is used unless another is given: the node first that has room for most such things, a node
     * that tells nothing of its room last; of equals, the one with fewer rentals of that kind.
     *
     * @return the rule
     */
    static Placement mostRoom() {
        Comparator<NodeRoom> byRoom =
                Comparator.comparingLong(room -> room.fits().orElse(-1));
        return sorted(byRoom.reversed());
    }

    /** {@return the rule that puts the node first on which the fewest things of that kind are rented, by anybody} */
    static Placement spread() {
        return sorted(Comparator.comparingInt(room -> room.rentals().size()));
    }

    /**
     * Returns the rule that puts the node first on which somebody rents the fewest things of that kind.
     *
     * @param owner who
     * @return the rule
     */
    static Placement spread(String owner) {
        return sorted(Comparator.comparingLong(room -> room.rentals(owner)));
    }

    /**
     * Returns the rule that tries nodes in a given order, and no others.
     *
     * @param nodes their names, the best first
     * @return the rule
     * @throws InvalidRequestException if none is named
     */
    static Placement firstOf(String... nodes) {
        List<String> order = Arrays.asList(nodes.clone());
        return PlacementAmong.of(candidates -> order, nodes);
    }

    private static Placement sorted(Comparator<NodeRoom> order) {
        Comparator<NodeRoom> full =
                order.thenComparingInt(room -> room.rentals().size()).thenComparing(NodeRoom::node);
        return candidates ->
                candidates.stream().sorted(full).map(NodeRoom::node).toList();
    }
}
