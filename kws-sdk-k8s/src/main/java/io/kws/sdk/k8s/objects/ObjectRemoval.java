package io.kws.sdk.k8s.objects;

import io.kubernetes.client.openapi.models.V1Preconditions;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;

/**
 * Deletes an object and what it owns, and waits until both are gone.
 *
 * @param objects the cluster's objects
 * @param ref names the object
 */
public record ObjectRemoval(ObjectClient objects, ObjectRef ref) implements RemovableObject {
    /** Deletes this very object only: another of the same name may have been created meanwhile. */
    @Override
    public void delete(KubeObject object) {
        delete(object, new V1Preconditions().uid(object.uid()));
    }

    /**
     * Deletes an object in the very version that was read.
     *
     * @param seen the object as it was read
     * @throws ConflictException if it has changed since
     */
    public void deleteUnchanged(KubeObject seen) {
        delete(seen, new V1Preconditions().uid(seen.uid()).resourceVersion(seen.resourceVersion()));
    }

    private void delete(KubeObject object, V1Preconditions preconditions) {
        try {
            objects.delete(ref, preconditions);
        } catch (NotFoundException e) {
            return;
        } catch (ConflictException e) {
            if (isGone(object)) {
                return; // the name belongs to another object now
            }
            throw e;
        }
        new DeletionWait(objects, ref.kind().api()).await(object);
    }

    private boolean isGone(KubeObject object) {
        return objects.find(ref).filter(object::isSame).isEmpty();
    }
}
