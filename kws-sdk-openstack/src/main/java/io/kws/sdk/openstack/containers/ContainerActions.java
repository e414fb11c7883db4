package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerStatus;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.function.Function;

/** Changes the state of containers and waits until the change is done. */
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
        return node.runner().run(new UseCase<>(verb + " container \"" + nameOrId + "\"", ALLOWED, steps -> {
            Step<Container> changed =
                    steps.add(verb, context -> change.apply(node.reader().get(nameOrId)));
            return receipt -> changed.result();
        }));
    }

    /** None of the actions does harm twice; where an answer was lost, a refusal may be about what the first has done. */
    private void send(Container before, String action) {
        boolean lost = false;
        for (int repetitions = 0; ; repetitions++) {
            try {
                node.act(before.id(), action);
                return;
            } catch (ConflictException e) {
                if (!isDone(before, lost)) {
                    throw e;
                }
                return;
            } catch (KwsException e) {
                if (!e.isRetryable() || repetitions >= node.timeouts().retries()) {
                    throw e;
                }
                lost = true;
            }
            Waiting.pause(node.timeouts().pauseBefore(repetitions));
        }
    }

    /** Who is refused a restart of what can be restarted, met the end of the restart before. */
    private boolean isDone(Container before, boolean lost) {
        return node.reader()
                .byId(before.id())
                .filter(now -> ContainerStates.hasChanged(before, now)
                        || (lost && now.status() == before.status() && RESTARTABLE.contains(now.status())))
                .isPresent();
    }
}
