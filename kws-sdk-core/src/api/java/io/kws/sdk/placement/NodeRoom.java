package io.kws.sdk.placement;

public record NodeRoom(String node, io.kws.sdk.plans.Plan plan, java.util.List<io.kws.sdk.rentals.RentedThing> rentals) {
    public java.util.OptionalLong fits() { throw null; }
    public long rentals(String owner) { throw null; }
}
