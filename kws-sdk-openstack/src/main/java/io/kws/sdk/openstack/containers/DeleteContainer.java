package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.Container;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.RentalId;
import java.time.Duration;
import java.util.Optional;

/** Takes away a container. */
final class DeleteContainer {
    private static final Duration ALLOWED = Duration.ofMinutes(5);

    private DeleteContainer() {}

    static UseCase<Receipt> useCase(ContainerNode node, String nameOrId) {
        return new UseCase<>("delete container \"" + nameOrId + "\"", ALLOWED, steps -> {
            Step<Optional<Container>> container = steps.add("find container", context -> find(node, nameOrId));
            steps.act(
                    "delete container",
                    context -> container
                            .result()
                            .ifPresent(found -> context.remove(new ContainerRemoval(node, found.name()), found.id())),
                    container);
            return receipt -> receipt;
        });
    }

    /** What is named may be a rental. */
    private static Optional<Container> find(ContainerNode node, String nameOrId) {
        return RentalId.parse(nameOrId)
                .flatMap(
                        rental -> ContainerReader.rentedAs(rental, node.reader().list()).stream()
                                .findFirst())
                .or(() -> node.reader().find(nameOrId));
    }
}
