package io.kws.sdk.k8s.workloads;

import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.rentals.Rental;
import java.util.Optional;

/** Storage that is made with an app, and goes with it. */
record NewStorage() implements StorageSource {
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
        Optional<String> rental = claim.present().map(there -> Labels.get(there, Labels.RENTAL));
        if (rental.isEmpty()) {
            claim.requireOffer();
        } else if (!rental.get().equals(Labels.get(claim.wanted(), Labels.RENTAL))) {
            throw taken(claim, rental.get());
        }
        return "";
    }

    /** The claim of a rental may be the first thing of an app that is being made. */
    private static KwsException taken(StorageClaim claim, String rental) {
        String reason = "the namespace \"%s\" has a claim of storage named \"%s\" already%s; take another name"
                .formatted(claim.namespace(), claim.name(), rental.isEmpty() ? "" : " (rental " + rental + ")");
        return rental.isEmpty() ? new ConflictException(reason) : new AlreadyRentedException(reason);
    }

    /** It is made and goes with what uses it. */
    @Override
    public String formerRun(StorageClaim claim) {
        return "";
    }

    @Override
    public Rental make(StepContext context, StorageClaim claim) {
        var unused = context.make(claim.asNew());
        return claim.rental();
    }
}
