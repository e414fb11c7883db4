package io.kws.sdk.sweeps;

public interface EndRule {
    EndPolicy policyFor(io.kws.sdk.rentals.RentedThing thing);
}
