package io.kws.sdk.k8s.storage;

import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectRef;
import io.kws.sdk.rentals.Rental;
import java.util.Optional;

/**
 * A claim of storage (v1 PersistentVolumeClaim) as one use case wants it. Immutable.
 *
 * @param objects the cluster's objects
 * @param wanted the whole object
 */
public record StorageClaim(ObjectClient objects, KubeObject wanted) {
    /** On each claim: the run of a use case that created or reused it last. Two of one rental may run at once. */
    public static final String RUN = "kws.run";

    /** On Deployments and claims: the digest of the request that they were created or reused by last. */
    public static final String REQUEST = "kws.request";

    /** {@return its reference} */
    public ObjectRef ref() {
        return ObjectRef.to(ManagedKind.PERSISTENT_VOLUME_CLAIM, wanted);
    }

    /** {@return the claim of that name, if it exists} */
    public Optional<KubeObject> find() {
        return objects.find(ref());
    }

    /**
     * Fails if the cluster does not offer such storage, as far as the credentials can see.
     *
     * @throws io.kws.sdk.errors.NotFoundException if it has no such storage class, or no default one, and no fitting volume
     */
    public void requireAvailable() {
        new AvailableStorage(objects).require(this);
    }

    /**
     * Tells whether this very run created or reused a claim last.
     *
     * @param claim an existing claim
     * @return whether it is ours
     */
    public boolean isOurs(KubeObject claim) {
        return run(claim).equals(run(wanted));
    }

    /**
     * Returns the run that created or reused a claim last.
     *
     * @param claim the claim
     * @return its ID; empty if it was not one of the SDK's
     */
    public static String run(KubeObject claim) {
        return claim.annotation(RUN);
    }

    /** {@return the rental that the claim belongs to if it is new} */
    public Rental rental() {
        return RentalTags.read(wanted.annotations()).orElseThrow();
    }

    /**
     * Tells whether this very request created or reused an object last.
     *
     * @param object an existing claim or Deployment
     * @return whether both are of one request
     */
    public boolean isOfSameRequest(KubeObject object) {
        return object.annotation(REQUEST).equals(wanted.annotation(REQUEST));
    }

    /** {@return the claim as one that must not exist yet, and that is deleted if its workload fails} */
    public Resource<KubeObject> asNew() {
        return new NewStorageClaim(this);
    }
}
