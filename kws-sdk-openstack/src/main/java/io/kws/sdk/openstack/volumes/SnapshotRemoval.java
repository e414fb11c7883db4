package io.kws.sdk.openstack.volumes;

import io.kws.sdk.openstack.transport.Gate;
import io.kws.sdk.operations.Removable;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.ResourceKind;

/**
 * Deletes a snapshot, known by its ID, and waits until it is gone. Fine if it is gone already.
 *
 * @param gate the node
 * @param timeouts the pauses between two looks
 * @param name what it is called on receipts
 */
public record SnapshotRemoval(Gate gate, Timeouts timeouts, String name) implements Removable<String> {
    @Override
    public ResourceKind kind() {
        return ResourceKind.SNAPSHOT;
    }

    @Override
    public String id(String made) {
        return made;
    }

    @Override
    public void delete(String made) {
        Cinder.snapshots(gate, timeouts).delete(made);
    }
}
