package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.steps.RemovableById;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.receipts.ResourceKind;

/**
 * Deletes a server and waits until it does not exist any more.
 *
 * @param node the node
 * @param name the server's name
 */
record ServerRemoval(ServerNode node, String name) implements RemovableById {
    @Override
    public ResourceKind kind() {
        return ResourceKind.SERVER;
    }

    @Override
    public void delete(String id) {
        try {
            node.client().call(openstack -> openstack.compute().servers().delete(id));
        } catch (NotFoundException e) {
            return; // deleted already
        }
        node.states().awaitGone(id);
    }
}
