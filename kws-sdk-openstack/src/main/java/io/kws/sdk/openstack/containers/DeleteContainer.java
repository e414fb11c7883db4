package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.Container;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import java.time.Duration;
import java.util.Optional;

/** Deletes a container. */
final class DeleteContainer {
    private static final Duration ALLOWED = Duration.ofMinutes(5);

    private final ContainerNode node;
    private final String nameOrId;

    private DeleteContainer(ContainerNode node, String nameOrId) {
        this.node = node;
        this.nameOrId = nameOrId;
    }

    static UseCase<Receipt> useCase(ContainerNode node, String nameOrId) {
        return new UseCase<>(
                "delete container \"" + nameOrId + "\"",
                ALLOWED,
                steps -> new DeleteContainer(node, nameOrId).define(steps));
    }

    private UseCase.ResultReader<Receipt> define(Steps steps) {
        Step<Optional<Container>> container = steps.add("find container", context -> find());
        steps.act(
                "delete container",
                context -> container.result().ifPresent(existing -> delete(context, existing)),
                container);
        return receipt -> receipt;
    }

    /** Accepts a rental ID as well. */
    private Optional<Container> find() {
        return RentalId.parse(nameOrId)
                .flatMap(
                        rental -> ContainerReader.rentedAs(rental, node.reader().list()).stream()
                                .findFirst())
                .or(() -> node.reader().find(nameOrId));
    }

    private void delete(StepContext context, Container container) {
        context.remove(new ContainerRemoval(node, container.name()), container.id());
    }
}
