package io.kws.sdk.rentals;

public interface Rentals {
    io.kws.sdk.receipts.Receipt end(RentalId id);
    RentedThing adopt(Adoption adoption);
    RentedThing extend(RentalId id, java.time.Duration by);
    RentedThing extend(RentalId id, java.time.Duration by, TermCaps within);
    RentedThing get(RentalId id);
    RentedThing protect(RentalId id, java.time.Instant until);
    RentedThing unprotect(RentalId id);
    io.kws.sdk.results.FleetResult<RentedThing> list();
    io.kws.sdk.results.FleetResult<RentedThing> list(RentalQuery query);
    java.util.Optional<RentedThing> find(RentalId id);
}
