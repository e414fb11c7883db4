package io.kws.sdk.openstack.containers;

import io.kws.sdk.driver.steps.Removable;
import io.kws.sdk.receipts.ResourceKind;

/**
 * Deletes a container, known by its ID, and waits until it is gone.
 *
 * @param node where
 * @param name its name
 */
record ContainerRemoval(ContainerNode node, String name) implements Removable<String> {
    @Override
    public ResourceKind kind() {
        return ResourceKind.CONTAINER;
    }

    @Override
    public String id(String made) {
        return made;
    }

    @Override
    public void delete(String made) {
        new ContainerDeletion(node, made).bring();
    }
}
