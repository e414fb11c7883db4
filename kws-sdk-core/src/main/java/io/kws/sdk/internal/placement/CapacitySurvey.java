package io.kws.sdk.internal.placement;

import io.kws.sdk.driver.CheckResult;
import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.NodeFanOut;
import io.kws.sdk.internal.nodes.RentalReader;
import io.kws.sdk.placement.NodeRoom;
import io.kws.sdk.placement.PlacementPlan;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentedThing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Looks at all nodes side by side for one that could take something; makes nothing. */
final class CapacitySurvey<C, S> {
    private final FleetNodes nodes;
    private final PlacementRequest<C, S, ?> request;
    private final Map<String, KwsException> passedOver = new TreeMap<>();

    CapacitySurvey(FleetNodes nodes, PlacementRequest<C, S, ?> request) {
        this.nodes = nodes;
        this.request = request;
    }

    /**
     * What was learnt of a node.
     *
     * @param plan what would be done there
     * @param rentals what is rented there of the same kind
     */
    private record Look(CheckResult<Plan> plan, List<RentedThing> rentals) {
        List<KwsException> problems() {
            return plan.value()
                    .map(Plan::problems)
                    .orElseGet(() -> plan.problem().stream().toList());
        }
    }

    PlacementPlan plan() {
        NodeFanOut.Answers<Look> answers = nodes.fanOut().ask(asked(), this::look);
        passedOver.putAll(answers.bad());
        Map<String, NodeRoom> candidates = new TreeMap<>();
        answers.good().forEach((node, look) -> {
            if (look.problems().isEmpty()) {
                candidates.put(node, new NodeRoom(node, look.plan().value().orElseThrow(), look.rentals()));
            } else {
                passedOver.put(node, ErrorDetails.onNode(worst(look.problems()), node));
            }
        });
        keepOwn(answers.good(), candidates);
        return new PlacementPlan(request.attempt(), inOrder(candidates), passedOver);
    }

    /** What an earlier run of this very request has made is gone on with where it is, if that is possible at all. */
    private void keepOwn(Map<String, Look> looks, Map<String, NodeRoom> candidates) {
        if (looks.values().stream().noneMatch(look -> hasOwn(look.rentals()))) {
            return;
        }
        candidates.values().removeIf(room -> {
            boolean isOther = !hasOwn(room.rentals());
            if (isOther) {
                passedOver.put(
                        room.node(),
                        new NoCapacityException("rental " + request.rental() + " is on another node already"));
            }
            return isOther;
        });
    }

    private boolean hasOwn(List<RentedThing> rentals) {
        RentalId own = request.rental();
        return rentals.stream().anyMatch(thing -> thing.isOf(own));
    }

    /** A node without the service is no candidate, and worth a word only if it is named. */
    private List<NodeView> asked() {
        Collection<String> named = request.placement().nodes();
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
                "it has no " + request.kind().service().getSimpleName());
    }

    private List<C> services(NodeView node) {
        return node.capabilities(request.kind().service());
    }

    /** What is rented comes first: it counts also if there can be no plan. */
    private Look look(NodeView node) {
        List<RentedThing> rentals = FleetNodes.backends(node).stream()
                .filter(backend -> backend.kind() == request.kind().kind())
                .<RentedThing>flatMap(backend -> RentalReader.things(node, backend).stream())
                .toList();
        return new Look(plan(node), rentals);
    }

    /** Unlike in a plan, that nothing can be learnt is a finding, too. */
    private CheckResult<Plan> plan(NodeView node) {
        try {
            Plan plan = request.kind().plan().apply(services(node).get(0), request.spec());
            return new CheckResult<>(Optional.of(plan), Optional.empty());
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            return new CheckResult<>(Optional.empty(), Optional.of(e));
        }
    }

    /** That there is such a thing already speaks against all nodes. */
    private static KwsException worst(List<KwsException> problems) {
        return problems.stream()
                .filter(AlreadyRentedException.class::isInstance)
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
                throw new InvalidRequestException("the placement chose \"" + node + "\", which is not a candidate");
            }
        }
        candidates.keySet().forEach(node -> passedOver.put(node, new NoCapacityException("the placement left it out")));
        return order;
    }

    private List<String> chosen(List<NodeRoom> candidates) {
        try {
            return requireNames(request.placement().order(candidates));
        } catch (KwsException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new InvalidRequestException("the placement failed: " + e, e);
        }
    }

    /** Nobody checks a rule of the caller's own for null. */
    private static List<String> requireNames(@Nullable List<String> names) {
        if (names == null || names.stream().anyMatch(Objects::isNull)) {
            throw new InvalidRequestException("the placement must return names of nodes, not null");
        }
        return names;
    }
}
