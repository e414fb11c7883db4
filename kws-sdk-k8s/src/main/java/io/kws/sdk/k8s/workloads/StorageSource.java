package io.kws.sdk.k8s.workloads;

import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.rentals.Rental;

/** Where the storage of a workload comes from. */
public interface StorageSource {
    /**
     * Returns the name of the claim.
     *
     * @param workload the workload's name
     * @return the name
     */
    String claimName(String workload);

    /** {@return the group that may write to it, and that the workload's processes belong to; 0: as the image says} */
    long group();

    /**
     * Fails if the storage cannot be had; makes nothing.
     *
     * @param claim what would be claimed
     * @return what is known of it, in words; empty if nothing is there yet
     */
    String check(StorageClaim claim);

    /**
     * Returns which run's mark on the claim is no sign of another run that is under way.
     *
     * @param claim what is claimed
     * @return the run's ID; empty if whoever has the claim is under way
     */
    String formerRun(StorageClaim claim);

    /**
     * Sees to it that the claim is there, and notes on the receipt what that took.
     *
     * @param context makes it
     * @param claim what is claimed
     * @return the rental that what uses it belongs to: the claim's, or one that goes on
     */
    Rental make(StepContext context, StorageClaim claim);
}
