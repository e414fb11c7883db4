package io.kws.sdk.openstack.containers;

import io.kws.sdk.driver.steps.RemovableById;
import io.kws.sdk.receipts.ResourceKind;

/**
 * Deletes a container and waits until it does not exist any more.
 *
 * @param node the node
 * @param name the container's name
 */
record ContainerRemoval(ContainerNode node, String name) implements RemovableById {
    @Override
    public ResourceKind kind() {
        return ResourceKind.CONTAINER;
    }

    @Override
    public void delete(String id) {
        new ContainerDeletion(node, id).run();
    }
}
