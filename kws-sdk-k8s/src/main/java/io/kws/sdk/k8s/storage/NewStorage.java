package io.kws.sdk.k8s.storage;

import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.rentals.Rental;
import java.util.Optional;

/** Storage that is created with an app, and deleted with it. */
public record NewStorage() implements StorageSource {
    @Override
    public String claimName(String workload) {
        return workload;
    }

    @Override
    public long group() {
        return 0;
    }

    @Override
    public String check(StorageClaim claim) {
        Optional<String> rental = claim.find().map(KubeObject::rental);
        if (rental.isEmpty()) {
            claim.requireAvailable();
        } else if (!rental.get().equals(claim.wanted().rental())) {
            throw taken(claim, rental.get());
        }
        return "";
    }

    /** The claim of a rental may be the first object of an app that is being deployed. */
    private static KwsException taken(StorageClaim claim, String rental) {
        String reason = "the namespace \"%s\" already has a PersistentVolumeClaim named \"%s\"%s; use another name"
                .formatted(
                        claim.ref().namespace(),
                        claim.ref().name(),
                        rental.isEmpty() ? "" : " (rental " + rental + ")");
        return rental.isEmpty() ? new ConflictException(reason) : new AlreadyRentedException(reason);
    }

    /** Returns nothing: the claim is created and deleted with its app. */
    @Override
    public String previousRun(StorageClaim claim) {
        return "";
    }

    @Override
    public Rental make(StepContext context, StorageClaim claim) {
        var unused = context.make(claim.asNew());
        return claim.rental();
    }
}
