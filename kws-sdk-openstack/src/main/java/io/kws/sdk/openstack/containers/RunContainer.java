package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerRental;
import io.kws.sdk.containers.ContainerSpec;
import io.kws.sdk.driver.NewRental;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.openstack.resources.DuplicateRentals;
import io.kws.sdk.rentals.Rental;
import java.util.List;

/** Runs a container. */
final class RunContainer {
    private static final DuplicateRentals<Container> DUPLICATES =
            new DuplicateRentals<>("container", Container::id, Container::name, Container::rental);

    private final ContainerNode node;
    private final ContainerSpec spec;
    private final Rental rental;

    private RunContainer(ContainerNode node, ContainerSpec spec) {
        this.node = node;
        this.spec = spec;
        this.rental = NewRental.of(spec);
    }

    static UseCase<ContainerRental> useCase(ContainerNode node, ContainerSpec spec) {
        return new UseCase<>(
                "run container \"" + spec.name() + "\"",
                spec.readyWithin(),
                steps -> new RunContainer(node, spec).define(steps));
    }

    private UseCase.ResultReader<ContainerRental> define(Steps steps) {
        Step<?> name = steps.act("check the name", context -> requireFreeName(node, spec));
        Step<String> network = steps.addIf(
                spec.network().isPresent(),
                "find network",
                "",
                context -> node.networks().get(spec.network().orElseThrow()).id());
        Step<String> created =
                steps.add("create container", context -> create(context, network.result()), name, network);
        steps.act(
                "check for duplicates",
                context ->
                        requireNoDuplicate(spec, created.result(), node.reader().named(spec.name())),
                created);
        Step<Container> running = steps.add(
                "wait for RUNNING", context -> node.states().awaitRun(created.result(), context::report), created);
        return receipt -> new ContainerRental(running.result(), rental, receipt);
    }

    private String create(StepContext context, String networkId) {
        return context.make(new ContainerResource(
                new ContainerRemoval(node, spec.name()), rental.id(), ContainerRequest.of(spec, rental, networkId)));
    }

    static void requireFreeName(ContainerNode node, ContainerSpec spec) {
        requireNoDuplicate(spec, "", node.reader().list());
    }

    private static void requireNoDuplicate(ContainerSpec spec, String ownId, List<Container> candidates) {
        DUPLICATES.requireNone(
                ownId,
                candidates,
                container -> container.name().equals(spec.name())
                        || container.rental().orElseThrow().id().equals(spec.rentalId()));
    }
}
