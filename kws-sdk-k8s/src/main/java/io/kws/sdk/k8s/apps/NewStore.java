package io.kws.sdk.k8s.apps;

import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.operations.StepContext;

/** Storage that is made with an app, and goes with it. */
record NewStore() implements Store {
    @Override
    public String claimName(String workload) {
        return workload;
    }

    @Override
    public long group() {
        return 0;
    }

    @Override
    public String check(Claim claim) {
        boolean isTaken = claim.present()
                .filter(there -> !Labels.get(there, Labels.RENTAL).equals(Labels.get(claim.wanted(), Labels.RENTAL)))
                .isPresent();
        if (isTaken) {
            throw new ConflictException(
                    "the namespace \"%s\" has a claim of storage named \"%s\" already; take another name"
                            .formatted(claim.namespace(), claim.name()));
        }
        return "";
    }

    @Override
    public void make(StepContext context, Claim claim) {
        context.make(claim.asNew());
    }
}
