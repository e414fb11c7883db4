package io.kws.sdk.rentals;

public record Rental(RentalId id, String owner, java.time.Instant start, java.util.Optional<java.time.Instant> end) {
    public static Rental of(RentalSpec spec, java.time.Instant start) { throw null; }
}
