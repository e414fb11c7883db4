package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerRental;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.limits.LimitKind;
import io.kws.sdk.openstack.plans.NeedsBuilder;
import io.kws.sdk.openstack.plans.PlanBuilder;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.rentals.Rental;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Runs a container. */
final class RunContainer {
    private final ContainerNode node;
    private final ContainerSpec spec;
    private final Rental rental;

    private RunContainer(ContainerNode node, ContainerSpec spec) {
        this.node = node;
        this.spec = spec;
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        this.rental = Rental.of(spec, start);
    }

    static UseCase<ContainerRental> useCase(ContainerNode node, ContainerSpec spec) {
        return new UseCase<>(
                "run container \"" + spec.name() + "\"",
                spec.readyWithin(),
                steps -> new RunContainer(node, spec).define(steps));
    }

    /** Says what a run would do, by the run's own code. */
    static UseCase<Plan> plan(ContainerNode node, ContainerSpec spec) {
        RunContainer run = new RunContainer(node, spec);
        PlanBuilder planning = new PlanBuilder(node.client().node(), node.limits(), useCase(node, spec))
                .check("check the name", () -> {
                    run.requireFree("", node.reader().list());
                    return "";
                });
        spec.network()
                .ifPresent(network -> planning.check(
                        "find network",
                        () -> "network " + node.networks().get(network).name()));
        return planning.taking(new NeedsBuilder()
                .add(LimitKind.CONTAINERS, 1)
                .add(LimitKind.CONTAINER_CORES, (long) Math.ceil(spec.cpus().orElse(0)))
                .add(LimitKind.CONTAINER_MEMORY_MIB, spec.memoryMib().orElse(0)));
    }

    private UseCase.ResultReader<ContainerRental> define(Steps steps) {
        Step<?> free = steps.act(
                "check the name", context -> requireFree("", node.reader().list()));
        Step<String> network = spec.network()
                .map(name -> steps.add(
                        "find network", context -> node.networks().get(name).id()))
                .orElseGet(() -> steps.known(""));
        Step<String> created = steps.add(
                "create container",
                context -> context.make(new ContainerResource(
                        new ContainerRemoval(node, spec.name()),
                        rental.id(),
                        ContainerRequest.of(spec, rental, network.result()))),
                free,
                network);
        steps.act(
                "check for others",
                context -> requireFree(created.result(), node.reader().named(spec.name())),
                created);
        Step<Container> running = steps.add(
                "wait for RUNNING", context -> node.states().awaitRun(created.result(), context::report), created);
        return receipt -> new ContainerRental(running.result(), rental, receipt);
    }

    /**
     * A rental ID given twice, or a name rented twice, is a request made twice. Of two at once, at least the later one
     * sees the containers of both.
     */
    private void requireFree(String ownId, List<Container> all) {
        all.stream()
                .filter(container ->
                        container.rental().isPresent() && !container.id().equals(ownId))
                .filter(container -> container.name().equals(spec.name())
                        || container.rental().orElseThrow().id().equals(rental.id()))
                .findFirst()
                .ifPresent(container -> {
                    throw new AlreadyRentedException(
                            "a container rented under that name or rental ID is there already (\"%s\", %s, rental %s); delete it or take others"
                                    .formatted(
                                            container.name(),
                                            container.id(),
                                            container.rental().orElseThrow().id()));
                });
    }
}
