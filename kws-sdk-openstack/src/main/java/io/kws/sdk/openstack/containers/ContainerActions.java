package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerStatus;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.operations.Step;
import io.kws.sdk.operations.UseCase;
import java.time.Duration;
import java.util.function.Function;

/** Changes the state of containers and waits until the change is done. */
final class ContainerActions {
    private static final Duration ALLOWED = Duration.ofMinutes(5);

    private final ContainerNode node;

    ContainerActions(ContainerNode node) {
        this.node = node;
    }

    Container start(String nameOrId) {
        return run("start", nameOrId, container -> {
            if (is(container, ContainerStatus.RUNNING)) {
                return container;
            }
            send(container, "start");
            return node.states().awaitRunAfter(container);
        });
    }

    Container stop(String nameOrId) {
        return run("stop", nameOrId, container -> {
            if (is(container, ContainerStatus.STOPPED)) {
                return container;
            }
            send(container, "stop");
            return node.states().awaitStop(container.id());
        });
    }

    Container restart(String nameOrId) {
        return run("restart", nameOrId, container -> {
            send(container, "reboot");
            return node.states().awaitRunAfter(container);
        });
    }

    private static boolean is(Container container, ContainerStatus wanted) {
        return container.status() == wanted && container.task().isEmpty();
    }

    private Container run(String verb, String nameOrId, Function<Container, Container> change) {
        return node.runner().run(new UseCase<>(verb + " container \"" + nameOrId + "\"", ALLOWED, steps -> {
            Step<Container> changed =
                    steps.add(verb, context -> change.apply(node.reader().get(nameOrId)));
            return receipt -> changed.result();
        }));
    }

    /** Where an answer was lost and the action carried out, its repetition is refused. */
    private void send(Container before, String action) {
        try {
            node.act(before.id(), action);
        } catch (ConflictException e) {
            if (!isUnderWay(before)) {
                throw e;
            }
        }
    }

    private boolean isUnderWay(Container before) {
        return node.reader()
                .byId(before.id())
                .filter(now -> ContainerStates.hasChanged(before, now))
                .isPresent();
    }
}
