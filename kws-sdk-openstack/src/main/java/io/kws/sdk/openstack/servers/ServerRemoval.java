package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.steps.Removable;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.receipts.ResourceKind;

/**
 * Deletes a server, known by its ID, and waits until it is gone.
 *
 * @param node where
 * @param name its name
 */
record ServerRemoval(ServerNode node, String name) implements Removable<String> {
    @Override
    public ResourceKind kind() {
        return ResourceKind.SERVER;
    }

    @Override
    public String id(String made) {
        return made;
    }

    @Override
    public void delete(String made) {
        try {
            node.client().call(openstack -> openstack.compute().servers().delete(made));
        } catch (NotFoundException e) {
            return; // gone already
        }
        node.states().awaitGone(made);
    }
}
