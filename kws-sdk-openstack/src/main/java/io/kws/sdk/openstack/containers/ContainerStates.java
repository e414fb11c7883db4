package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerStatus;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NoCapacityException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.ProvisioningFailedException;
import io.kws.sdk.errors.QuotaExceededException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Waits for the states of containers. */
final class ContainerStates {
    private static final Pattern NO_ROOM =
            Pattern.compile("not enough hosts|no valid host|insufficient compute resources|no more ip addresses");
    private static final Pattern NO_IMAGE = Pattern.compile(
            "image .*could not be found|pull access denied|manifest .*not found|manifest unknown|no such image");
    private static final EnumSet<ContainerStatus> FAILED =
            EnumSet.of(ContainerStatus.ERROR, ContainerStatus.DELETED, ContainerStatus.DEAD);
    private static final int LAST_LINES = 5;
    private static final int LONGEST_TEXT = 500;

    private final ContainerNode node;

    ContainerStates(ContainerNode node) {
        this.node = node;
    }

    /**
     * Waits until a new container runs, or has run well.
     *
     * @param report hears of each change of state
     * @throws ProvisioningFailedException if it fails instead; with the service's reason, or what it wrote last
     * @throws NotFoundException if its image is not there, or it vanishes
     */
    Container awaitRun(String id, Consumer<String> report) {
        return await(id, this::hasRun, report);
    }

    /**
     * Waits until a started or restarted container runs, or has run well. A state that shows no change may be that before.
     *
     * @param before the container before
     */
    Container awaitRunAfter(Container before) {
        boolean[] changed = {before.status() == ContainerStatus.RUNNING};
        return await(
                before.id(),
                container -> {
                    changed[0] |= hasChanged(before, container);
                    return changed[0] && hasRun(container);
                },
                state -> {});
    }

    /** Waits until a container has stopped, however what it ran ended. */
    Container awaitStop(String id) {
        return await(
                id,
                container -> {
                    boolean idle = container.task().isEmpty();
                    if (idle) {
                        requireNotFailed(container);
                    }
                    return idle && container.status() == ContainerStatus.STOPPED;
                },
                state -> {});
    }

    /** What has ended or begun this very second has no detail yet. */
    static boolean hasChanged(Container before, Container now) {
        return before.status() != now.status()
                || !before.task().equals(now.task())
                || !before.reason().equals(now.reason())
                || (now.detail().isEmpty() && before.detail().isPresent());
    }

    private Container await(String id, Predicate<Container> settled, Consumer<String> report) {
        String[] reported = {""};
        return new Waiting(node.timeouts().pollInterval())
                .until(
                        () -> {
                            Container container = node.reader()
                                    .byId(id)
                                    .orElseThrow(() -> new NotFoundException(
                                            "container " + id + " vanished while it was waited for"));
                            String state = describe(container);
                            if (!state.equals(reported[0])) {
                                reported[0] = state;
                                report.accept(state);
                            }
                            return container;
                        },
                        settled,
                        ContainerStates::sentence);
    }

    /** For a second after it has ended, Zun does not tell how. */
    private boolean hasRun(Container container) {
        if (container.task().isPresent()) {
            return false;
        }
        requireNotFailed(container);
        return switch (container.status()) {
            case RUNNING -> true;
            case STOPPED -> hasEndedWell(container);
            default -> false;
        };
    }

    private static void requireNotFailed(Container container) {
        if (FAILED.contains(container.status())) {
            throw failed(container);
        }
    }

    private boolean hasEndedWell(Container container) {
        if (container.exitCode().orElse(0) != 0) {
            throw new ProvisioningFailedException("what container \"%s\" runs ended with exit code %d%s"
                    .formatted(container.name(), container.exitCode().getAsInt(), lastWords(container)));
        }
        if (container.reason().isPresent()) {
            throw failed(container);
        }
        return container.exitCode().isPresent();
    }

    /** What cannot be read is left out: the exit code says more. */
    private String lastWords(Container container) {
        String log;
        try {
            log = ContainerLogs.read(node.client(), container.id(), LAST_LINES);
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            return "";
        }
        String line = log.lines().map(String::strip).collect(Collectors.joining(" | "));
        return line.isEmpty() ? "" : "; it wrote last: " + line.substring(Math.max(0, line.length() - LONGEST_TEXT));
    }

    /** Zun tells why only by a text. */
    private static KwsException failed(Container container) {
        String why = container.reason().orElse("the service tells no reason");
        String reason = "container \"%s\" ended as %s: %s".formatted(container.name(), container.status(), why);
        String lower = why.toLowerCase(Locale.ROOT);
        if (NO_ROOM.matcher(lower).find()) {
            return new NoCapacityException(reason);
        }
        if (NO_IMAGE.matcher(lower).find()) {
            return new NotFoundException(reason);
        }
        return lower.contains("quota") ? new QuotaExceededException(reason) : new ProvisioningFailedException(reason);
    }

    static String sentence(Container container) {
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
