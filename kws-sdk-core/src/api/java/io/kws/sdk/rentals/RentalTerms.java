package io.kws.sdk.rentals;

public interface RentalTerms<B extends RentalTerms<B>> {
    B owner(String owner);
    B readyWithin(java.time.Duration readyWithin);
    B rentalId(RentalId rentalId);
    B term(java.time.Duration term);
}
