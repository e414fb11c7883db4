package io.kws.sdk.placement;

import io.kws.sdk.errors.InvalidRequestException;
import java.util.List;
import java.util.Set;

/** A rule restricted to some nodes. */
record PlacementAmong(Placement rule, Set<String> nodes) implements Placement {
    static Placement of(Placement rule, String... nodes) {
        if (nodes.length == 0) {
            throw new InvalidRequestException("a placement must name at least one node, named none");
        }
        return new PlacementAmong(rule, Set.copyOf(List.of(nodes)));
    }

    @Override
    public List<String> order(List<NodeRoom> candidates) {
        return rule.order(candidates);
    }
}
