package io.kws.sdk.watching;

public interface RentalWatches {
    default RentalWatch open(io.kws.sdk.rentals.RentalQuery query, RentalListener listener) { throw null; }
    RentalWatch open(WatchSpec spec);
}
