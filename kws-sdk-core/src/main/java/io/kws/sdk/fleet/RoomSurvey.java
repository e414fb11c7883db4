package io.kws.sdk.fleet;

import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.ErrorContext;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.spi.NodeView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks at all nodes side by side for one that could take something; makes nothing. */
final class RoomSurvey<C, S> {
    private final FleetNodes nodes;
    private final Wish<C, S, ?> wish;
    private final Map<String, KwsException> passedOver = new TreeMap<>();

    RoomSurvey(FleetNodes nodes, Wish<C, S, ?> wish) {
        this.nodes = nodes;
        this.wish = wish;
    }

    /**
     * What was learnt of a node.
     *
     * @param room what would be done there
     * @param problems what speaks against it
     */
    private record Look(NodeRoom room, List<KwsException> problems) {}

    PlacementPlan plan() {
        Everywhere.Answers<Look> answers = nodes.everywhere().ask(asked(), this::look);
        passedOver.putAll(answers.bad());
        Map<String, NodeRoom> candidates = new TreeMap<>();
        answers.good().forEach((node, look) -> {
            if (look.problems().isEmpty()) {
                candidates.put(node, look.room());
            } else {
                passedOver.put(node, worst(look.problems()).within(ErrorContext.ofCall(node, List.of())));
            }
        });
        keepOwn(candidates);
        return new PlacementPlan(wish.attempt(), inOrder(candidates), passedOver);
    }

    /** What an earlier run of this very request has made is gone on with where it is, if that is possible at all. */
    private void keepOwn(Map<String, NodeRoom> candidates) {
        RentalId own = wish.rental();
        List<String> others = candidates.values().stream()
                .filter(room -> room.rentals().stream().noneMatch(thing -> thing.isOf(own)))
                .map(NodeRoom::node)
                .toList();
        if (others.size() < candidates.size()) {
            others.forEach(node -> {
                candidates.remove(node);
                passedOver.put(node, new NoCapacityException("rental " + own + " is on another node already"));
            });
        }
    }

    /** A node without the service is no candidate, and worth a word only if it is named. */
    private List<NodeView> asked() {
        Collection<String> named = wish.placement().nodes();
        List<NodeView> all = named.isEmpty()
                ? nodes.all().get()
                : named.stream().sorted().map(nodes::get).toList();
        List<NodeView> asked = new ArrayList<>();
        for (NodeView node : all) {
            if (!services(node).isEmpty()) {
                asked.add(node);
            } else if (!named.isEmpty()) {
                passedOver.put(node.name(), lacking());
            }
        }
        return asked;
    }

    private KwsException lacking() {
        return new CapabilityMissingException(
                "it has no " + wish.kind().service().getSimpleName());
    }

    private List<C> services(NodeView node) {
        return node.capabilities(wish.kind().service());
    }

    private Look look(NodeView node) {
        Plan plan = wish.kind().plan().apply(services(node).get(0), wish.spec());
        List<RentedThing> rentals = FleetNodes.rentables(node).stream()
                .filter(rentable -> rentable.kind() == wish.kind().kind())
                .flatMap(rentable -> RentalList.things(node, rentable).stream())
                .toList();
        return new Look(new NodeRoom(node.name(), plan, rentals), plan.problems());
    }

    /** That there is such a thing already speaks against all nodes. */
    private static KwsException worst(List<KwsException> problems) {
        return problems.stream()
                .filter(ConflictException.class::isInstance)
                .findFirst()
                .orElse(problems.get(0));
    }

    private List<NodeRoom> inOrder(Map<String, NodeRoom> candidates) {
        List<NodeRoom> order = new ArrayList<>();
        for (String node : new LinkedHashSet<>(chosen(List.copyOf(candidates.values())))) {
            NodeRoom room = candidates.remove(node);
            if (room != null) {
                order.add(room);
            } else if (!passedOver.containsKey(node)) {
                throw new InvalidRequestException("the placement chose \"" + node + "\", which is no candidate");
            }
        }
        candidates.keySet().forEach(node -> passedOver.put(node, new NoCapacityException("the placement left it out")));
        return order;
    }

    private List<String> chosen(List<NodeRoom> candidates) {
        try {
            return wish.placement().order(candidates);
        } catch (KwsException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InvalidRequestException("the placement failed: " + e, e);
        }
    }
}
