package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerStatus;
import io.kws.sdk.driver.steps.BestEffort;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.openstack.resources.ResourceStates;
import io.kws.sdk.openstack.resources.ServiceFault;
import java.util.EnumSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Waits for the states of containers. */
final class ContainerStates {
    private static final Pattern NO_IMAGE = Pattern.compile(
            "image .*could not be found|pull access denied|manifest .*not found|manifest unknown|no such image");
    private static final EnumSet<ContainerStatus> FAILED =
            EnumSet.of(ContainerStatus.ERROR, ContainerStatus.DELETED, ContainerStatus.DEAD);
    private static final int LOG_LINES = 5;
    private static final int MAX_LOG_LENGTH = 500;

    private final ContainerNode node;
    private final ResourceStates<Container> states;

    ContainerStates(ContainerNode node) {
        this.node = node;
        this.states = new ResourceStates<>(
                node.timeouts().pollInterval(),
                node.reader()::byId,
                id -> new NotFoundException("container " + id + " was deleted during the wait"),
                ContainerStates::describe,
                ContainerStates::stillInState);
    }

    /**
     * Waits until a new container is running, or has ended successfully.
     *
     * @param report receives each change of state
     * @throws ProvisioningFailedException if the container fails; with the service's reason, or the end of its log
     * @throws NotFoundException if its image does not exist, or the container disappears
     */
    Container awaitRun(String id, Consumer<String> report) {
        return states.await(id, this::hasRun, report);
    }

    /**
     * Waits until a started or restarted container is running, or has ended successfully. A state that shows no change may
     * be the one before the action.
     *
     * @param before the container before the action
     */
    Container awaitRunAfter(Container before) {
        boolean[] changed = {before.status() == ContainerStatus.RUNNING};
        return states.await(before.id(), container -> {
            changed[0] |= hasChanged(before, container);
            return changed[0] && hasRun(container);
        });
    }

    /** Waits until a container has stopped, with any exit code. */
    Container awaitStop(String id) {
        return states.await(id, container -> {
            boolean idle = container.task().isEmpty();
            if (idle) {
                requireNotFailed(container);
            }
            return idle && container.status() == ContainerStatus.STOPPED;
        });
    }

    /** A container that ended or started within the last second has no detail yet. */
    static boolean hasChanged(Container before, Container now) {
        return before.status() != now.status()
                || !before.task().equals(now.task())
                || !before.reason().equals(now.reason())
                || (now.detail().isEmpty() && before.detail().isPresent());
    }

    /** For a second after a container has ended, Zun does not show its exit code. */
    private boolean hasRun(Container container) {
        if (container.task().isPresent()) {
            return false;
        }
        requireNotFailed(container);
        return switch (container.status()) {
            case RUNNING -> true;
            case STOPPED -> hasSucceeded(container);
            default -> false;
        };
    }

    private static void requireNotFailed(Container container) {
        if (FAILED.contains(container.status())) {
            throw failed(container);
        }
    }

    private boolean hasSucceeded(Container container) {
        if (container.exitCode().orElse(0) != 0) {
            throw new ProvisioningFailedException("container \"%s\" ended with exit code %d%s"
                    .formatted(container.name(), container.exitCode().getAsInt(), endOfLog(container)));
        }
        if (container.reason().isPresent()) {
            throw failed(container);
        }
        return container.exitCode().isPresent();
    }

    /** An unreadable log is left out: the exit code matters more. */
    private String endOfLog(Container container) {
        String line = BestEffort.get(() -> ContainerLogs.read(node.client(), container.id(), LOG_LINES))
                .orElse("")
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" | "));
        return line.isEmpty()
                ? ""
                : "; its log ends with: " + line.substring(Math.max(0, line.length() - MAX_LOG_LENGTH));
    }

    private static KwsException failed(Container container) {
        ServiceFault fault = new ServiceFault(container.reason().orElse(""));
        String message = "container \"%s\" ended in status %s: %s"
                .formatted(container.name(), container.status(), fault.reason());
        return fault.matches(NO_IMAGE) ? new NotFoundException(message) : fault.error(message);
    }

    static String stillInState(Container container) {
        String detail = container.detail().map(", "::concat).orElse("");
        return "container \"%s\" was still %s%s".formatted(container.name(), describe(container), detail);
    }

    private static String describe(Container container) {
        String more = Stream.of(container.task(), container.reason())
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        return more.isEmpty() ? container.status().toString() : container.status() + " (" + more + ")";
    }
}
