package io.kws.sdk.openstack.volumes;

import io.kws.sdk.Node;
import io.kws.sdk.openstack.faults.Change;
import io.kws.sdk.openstack.faults.ChangeFaults;
import io.kws.sdk.volumes.VolumeSpec;
import org.junit.jupiter.api.Test;

/** Makes and deletes snapshots of volumes under all faults. */
class SnapshotFaultsTest {
    @Test
    void snapshot_anyCallFails_isThereOrNot() throws InterruptedException {
        new ChangeFaults(new Snapshot()).run();
    }

    @Test
    void deleteSnapshot_anyCallFails_canBeFinished() throws InterruptedException {
        new ChangeFaults(new Delete()).run();
    }

    private static class Snapshot implements Change {
        @Override
        public String title() {
            return "snapshot volume";
        }

        @Override
        public void prepare(Node node) {
            node.volumes().create(VolumeSpec.builder().name("data").sizeGib(1).build());
        }

        @Override
        public void act(Node node) {
            node.volumes().snapshot("data", "monday");
        }

        @Override
        public String flaw(Node node) {
            long number = node.volumes().listSnapshots().size();
            return number == 1 ? "" : "there are " + number;
        }

        @Override
        public void clean(Node node) {
            node.volumes().deleteSnapshot("monday");
            node.volumes().delete("data");
        }
    }

    private static final class Delete extends Snapshot {
        @Override
        public String title() {
            return "delete snapshot";
        }

        @Override
        public void prepare(Node node) {
            super.prepare(node);
            super.act(node);
        }

        @Override
        public void act(Node node) {
            node.volumes().deleteSnapshot("monday");
        }

        @Override
        public String flaw(Node node) {
            return node.volumes().listSnapshots().isEmpty() ? "" : "it is there";
        }

        @Override
        public boolean believesNotFound() {
            return true;
        }
    }
}
