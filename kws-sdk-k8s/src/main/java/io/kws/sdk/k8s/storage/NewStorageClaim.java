package io.kws.sdk.k8s.storage;

import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.LiveObject;
import io.kws.sdk.k8s.objects.ObjectRef;
import io.kws.sdk.k8s.objects.RemovableObject;
import java.util.Optional;

/**
 * A claim that a use case creates. Undoing deletes it only as long as no other use case has reused it.
 *
 * @param claim the claim
 */
record NewStorageClaim(StorageClaim claim) implements RemovableObject, Resource<KubeObject> {
    @Override
    public ObjectRef ref() {
        return claim.ref();
    }

    @Override
    public KubeObject create() {
        return claim.objects()
                .create(ref().kind().api(), ref().namespace(), claim.wanted().json());
    }

    @Override
    public Optional<KubeObject> find() {
        return claim.find().filter(claim::isOurs);
    }

    @Override
    public void delete(KubeObject created) {
        new LiveObject(claim.objects(), ref().kind(), created).delete(this::requireOurs);
    }

    private void requireOurs(KubeObject now) {
        if (!claim.isOurs(now)) {
            throw new ConflictException("another use case has reused it meanwhile");
        }
    }
}
