package io.kws.sdk.rentals;

public interface RentedThing {
    String id();
    String name();
    String node();
    String owner();
    String rentalId();
    String status();
    default boolean isOf(RentalId id) { throw null; }
    io.kws.sdk.receipts.ResourceKind kind();
    RentalState state(java.time.Instant now);
    java.util.List<String> addresses();
    java.util.Optional<Rental> rental();
    java.util.Optional<java.time.Instant> end();
    java.util.Optional<java.time.Instant> protectedUntil();
    java.util.Optional<java.time.Instant> stoppedAt();
    java.util.Optional<java.time.Instant> warnedOf();
}
