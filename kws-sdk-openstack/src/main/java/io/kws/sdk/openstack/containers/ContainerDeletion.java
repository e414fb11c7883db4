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
 * The end of one container. Zun deletes in some states only, and later: a request may be refused until the image has been
 * fetched, and one that was accepted may fail on the host. So it is looked at until it is gone, and asked for again when
 * that helps. For one thread.
 */
final class ContainerDeletion {
    private static final EnumSet<ContainerStatus> DELETABLE = EnumSet.of(
            ContainerStatus.RUNNING,
            ContainerStatus.CREATED,
            ContainerStatus.STOPPED,
            ContainerStatus.ERROR,
            ContainerStatus.DELETED,
            ContainerStatus.DEAD);
    private static final int MOST_REFUSALS = 5;

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
     * Returns once it is gone.
     *
     * @throws ConflictException if it is refused again and again though its state allows it
     */
    void bring() {
        try {
            ask("stop");
        } catch (NotFoundException e) {
            return; // gone already
        }
        new Waiting(node.timeouts().pollInterval()).until(this::look, String::isEmpty, state -> state);
    }

    /** Returns what is still there; nothing if it is gone. */
    private String look() {
        Optional<Container> container = node.reader().byId(id);
        try {
            if (container.isPresent()) {
                further(container.get());
                return ContainerStates.sentence(container.get());
            }
            if (!accepted) { // who refused to delete it has seen it
                ask("stop");
                return "container " + id + " was not deleted";
            }
        } catch (NotFoundException e) {
            return ""; // gone since
        }
        return "";
    }

    private void further(Container container) {
        if (container.status() == ContainerStatus.PAUSED) {
            unpause();
        } else if (!DELETABLE.contains(container.status())) {
            force();
        } else if (container.task().isEmpty() && (!accepted || container.status() == ContainerStatus.ERROR)) {
            ask("stop");
        }
    }

    /** Only administrators may; the others can but wait for another state. */
    private void force() {
        if (!accepted && !forced) {
            forced = true;
            ask("force");
        }
    }

    private void ask(String how) {
        try {
            node.client().send(ContainerNode.request("DELETE", "containers", id).query(how, "true"));
            accepted = true;
        } catch (ConflictException e) {
            accepted = false;
            if (++refusals >= MOST_REFUSALS) {
                throw e;
            }
        } catch (AccessDeniedException e) {
            if (how.equals("stop")) {
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
            return; // its state is another one by now
        }
    }
}
