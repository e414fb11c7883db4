package io.kws.sdk.fleet;

public record Overview(java.time.Instant at, io.kws.sdk.results.FleetResult<io.kws.sdk.rentals.RentedThing> rentals, io.kws.sdk.results.FleetResult<Fleet.NodeLimits> limits) {
    public java.util.List<io.kws.sdk.rentals.RentedThing> endingWithin(java.time.Duration within) { throw null; }
    public java.util.Map<io.kws.sdk.receipts.ResourceKind, Long> counts() { throw null; }
    public java.util.Map<io.kws.sdk.rentals.RentalState, Long> states() { throw null; }
}
