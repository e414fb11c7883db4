package io.kws.sdk.openstack.containers;

import io.kws.sdk.containers.Container;
import io.kws.sdk.containers.ContainerStatus;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Deletes one container. Zun deletes containers asynchronously and only in some states: it may refuse a request until the
 * image has been pulled, and an accepted request may fail on the host. So this polls until the container does not exist any
 * more, and repeats the request when that helps. Not thread-safe.
 */
final class ContainerDeletion {
    private static final EnumSet<ContainerStatus> DELETABLE = EnumSet.of(
            ContainerStatus.RUNNING,
            ContainerStatus.CREATED,
            ContainerStatus.STOPPED,
            ContainerStatus.ERROR,
            ContainerStatus.DELETED,
            ContainerStatus.DEAD);
    private static final int MAX_REFUSALS = 5;

    private final ContainerNode node;
    private final String id;
    private boolean accepted;
    private boolean forced;
    private int refusals;

    ContainerDeletion(ContainerNode node, String id) {
        this.node = node;
        this.id = id;
    }

    /**
     * Deletes the container and waits until it does not exist any more.
     *
     * @throws ConflictException if Zun keeps refusing although the state allows it
     */
    void run() {
        try {
            request("stop");
        } catch (NotFoundException e) {
            return; // deleted already
        }
        new Waiting(node.timeouts().pollInterval()).until(this::look, String::isEmpty, state -> state);
    }

    /** Returns the state of the container; empty if it does not exist any more. */
    private String look() {
        Optional<Container> container = node.reader().byId(id);
        try {
            if (container.isPresent()) {
                proceed(container.get());
                return ContainerStates.stillInState(container.get());
            }
            if (!accepted) { // a service that refused to delete it has seen it
                request("stop");
                return "container " + id + " was not deleted";
            }
        } catch (NotFoundException e) {
            return ""; // deleted since
        }
        return "";
    }

    private void proceed(Container container) {
        if (container.status() == ContainerStatus.PAUSED) {
            unpause();
        } else if (!DELETABLE.contains(container.status())) {
            force();
        } else if (container.task().isEmpty() && (!accepted || container.status() == ContainerStatus.ERROR)) {
            request("stop");
        }
    }

    /** Only administrators may force a deletion; others have to wait for another state. */
    private void force() {
        if (!accepted && !forced) {
            forced = true;
            request("force");
        }
    }

    private void request(String parameter) {
        try {
            node.client().send(ContainerNode.request("DELETE", "containers", id).query(parameter, "true"));
            accepted = true;
        } catch (ConflictException e) {
            accepted = false;
            if (++refusals >= MAX_REFUSALS) {
                throw e;
            }
        } catch (AccessDeniedException e) {
            if (parameter.equals("stop")) {
                throw e;
            }
        }
    }

    private void unpause() {
        try {
            node.client()
                    .reply(ContainerNode.request("POST", "containers", id, "unpause")
                            .repeatable());
        } catch (ConflictException e) {
            return; // the state has changed meanwhile
        }
    }
}
