package io.kws.sdk.sweeps;

import io.kws.sdk.rentals.RentedThing;

/** Says what becomes of each rental that is over, by its kind, owner, node or whatever. Must be thread-safe. */
@FunctionalInterface
public interface EndRule {
    /**
     * Returns the policy for a rental.
     *
     * @param thing what is rented
     * @return the policy
     */
    EndPolicy policyFor(RentedThing thing);
}
