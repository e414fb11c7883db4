package io.kws.sdk.k8s.storage;

import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.rentals.Rental;

/** Provides the storage of a workload. */
public interface StorageSource {
    /**
     * Returns the name of the claim.
     *
     * @param workload the workload's name
     * @return the name
     */
    String claimName(String workload);

    /** {@return the group that may write to it, and that the workload's processes belong to; 0 for the image's own} */
    long group();

    /**
     * Fails if the storage is not available; creates nothing.
     *
     * @param claim what would be claimed
     * @return what exists already, in words; empty if nothing does
     */
    String check(StorageClaim claim);

    /**
     * Returns the run whose mark on the claim does not mean that another run is in progress.
     *
     * @param claim what is claimed
     * @return the run's ID; empty if any run that has marked the claim is in progress
     */
    String previousRun(StorageClaim claim);

    /**
     * Creates or reuses the claim, and notes on the receipt what that took.
     *
     * @param context creates it
     * @param claim what is claimed
     * @return the rental that the workload belongs to: the claim's, or an existing one that continues
     */
    Rental make(StepContext context, StorageClaim claim);
}
