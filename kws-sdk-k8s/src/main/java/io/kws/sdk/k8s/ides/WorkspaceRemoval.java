package io.kws.sdk.k8s.ides;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Removable;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.workloads.LiveObject;
import io.kws.sdk.k8s.workloads.ObjectRemoval;
import io.kws.sdk.k8s.workloads.StorageClaim;
import io.kws.sdk.receipts.ResourceKind;

/**
 * Deletes a workspace with all its files, but none that was opened again, or whose rental was changed, since it was found:
 * what had it open may have taken minutes to end.
 *
 * @param object the workspace's claim
 */
record WorkspaceRemoval(LiveObject object) implements Removable<JsonNode> {
    @Override
    public ResourceKind kind() {
        return ResourceKind.PERSISTENT_VOLUME_CLAIM;
    }

    @Override
    public String name() {
        return Workspaces.name(object.before());
    }

    @Override
    public String id(JsonNode made) {
        return ObjectRemoval.uid(made);
    }

    @Override
    public void delete(JsonNode made) {
        object.delete(this::requireSame);
    }

    private void requireSame(JsonNode now) {
        if (!StorageClaim.run(now).equals(StorageClaim.run(object.before()))) {
            throw new ConflictException("its IDE was opened again meanwhile");
        }
        if (!RentalTags.read(Workspaces.annotations(now))
                .equals(RentalTags.read(Workspaces.annotations(object.before())))) {
            throw new ConflictException("its rental was changed meanwhile; delete the IDE again if it is to go");
        }
    }
}
