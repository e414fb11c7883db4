package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerStatus;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.openstack.resources.StateChange;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Function;

/** Changes the state of containers and waits until the change is complete. */
final class ContainerActions {
    private static final Duration ALLOWED = Duration.ofMinutes(5);
    private static final EnumSet<ContainerStatus> RESTARTABLE = EnumSet.of(
            ContainerStatus.CREATED, ContainerStatus.RUNNING, ContainerStatus.STOPPED, ContainerStatus.ERROR);

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
        return node.runner()
                .run(UseCase.ofOneStep(
                        verb + " container \"" + nameOrId + "\"",
                        ALLOWED,
                        verb,
                        context -> change.apply(node.reader().get(nameOrId))));
    }

    private void send(Container before, String action) {
        new StateChange(
                        () -> node.act(before.id(), action),
                        () -> hasChanged(before),
                        () -> hasChanged(before) || isRestartable(before))
                .send(node.timeouts());
    }

    private boolean hasChanged(Container before) {
        return node.reader()
                .byId(before.id())
                .filter(now -> ContainerStates.hasChanged(before, now))
                .isPresent();
    }

    /** A restart that is refused in a state that allows it met the first request's restart, which has just ended. */
    private boolean isRestartable(Container before) {
        return node.reader()
                .byId(before.id())
                .filter(now -> now.status() == before.status() && RESTARTABLE.contains(now.status()))
                .isPresent();
    }
}
