package io.kws.sdk.rentals;

public interface RentalSpec {
    String name();
    default RentalId rentalId() { throw null; }
    java.time.Duration readyWithin();
    java.util.Optional<String> owner();
    java.util.Optional<java.time.Duration> term();
}
