package io.kws.sdk.openstack.volumes;

import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.operations.Timeouts;

/**
 * Deletes snapshots, known by their IDs, and waits until they are gone.
 *
 * @param client the node
 * @param timeouts the pauses between two looks
 */
public record SnapshotRemoval(OpenStackClient client, Timeouts timeouts) {
    /**
     * Deletes a snapshot; fine if it is gone already.
     *
     * @param id the snapshot
     */
    public void delete(String id) {
        Cinder.snapshots(client, timeouts).delete(id);
    }
}
