package io.kws.sdk.rentals;

public record RentalId(String value) {
    public static RentalId random() { throw null; }
    public static java.util.Optional<RentalId> parse(String text) { throw null; }
}
