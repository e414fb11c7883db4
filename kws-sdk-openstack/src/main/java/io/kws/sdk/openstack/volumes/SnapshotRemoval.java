package io.kws.sdk.openstack.volumes;

import io.kws.sdk.driver.steps.RemovableById;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.ResourceKind;

/**
 * Deletes a volume snapshot and waits until it does not exist any more.
 *
 * @param client the node
 * @param timeouts the time limits
 * @param name the snapshot's name on receipts
 */
public record SnapshotRemoval(OpenStackClient client, Timeouts timeouts, String name) implements RemovableById {
    @Override
    public ResourceKind kind() {
        return ResourceKind.VOLUME_SNAPSHOT;
    }

    @Override
    public void delete(String id) {
        Cinder.snapshots(client, timeouts).delete(id);
    }
}
