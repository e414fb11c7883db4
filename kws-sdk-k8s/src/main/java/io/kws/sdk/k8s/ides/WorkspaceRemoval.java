package io.kws.sdk.k8s.ides;

import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.LiveObject;
import io.kws.sdk.k8s.objects.ObjectRef;
import io.kws.sdk.k8s.objects.RemovableObject;
import io.kws.sdk.k8s.storage.StorageClaim;

/**
 * Deletes a workspace with all its files, unless its IDE was opened again or its rental changed since it was read: the Pods
 * that used it may have taken minutes to end.
 *
 * @param object the workspace's claim
 */
record WorkspaceRemoval(LiveObject object) implements RemovableObject {
    @Override
    public ObjectRef ref() {
        return object.ref();
    }

    @Override
    public void delete(KubeObject claim) {
        object.delete(this::requireSame);
    }

    private void requireSame(KubeObject now) {
        if (!StorageClaim.run(now).equals(StorageClaim.run(object.before()))) {
            throw new ConflictException("its IDE was opened again meanwhile");
        }
        if (!RentalTags.read(now.annotations())
                .equals(RentalTags.read(object.before().annotations()))) {
            throw new ConflictException(
                    "its rental was changed meanwhile; delete the IDE again if it is to be deleted");
        }
    }
}
