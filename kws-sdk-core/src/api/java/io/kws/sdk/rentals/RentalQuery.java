package io.kws.sdk.rentals;

public interface RentalQuery {
    default String owner() { throw null; }
    default boolean matches(RentedThing thing) { throw null; }
    java.util.Optional<java.time.Instant> endingBefore();
    java.util.Set<String> nodes();
    java.util.Set<io.kws.sdk.receipts.ResourceKind> kinds();
    public static final RentalQuery ALL = null;
    static RentalQuery ownedBy(String owner) { throw null; }
    static RentalQuery.Builder builder() { throw null; }

    public interface Builder {
        RentalQuery build();
        RentalQuery.Builder endingBefore(java.time.Instant endingBefore);
        RentalQuery.Builder kinds(Iterable<io.kws.sdk.receipts.ResourceKind> kinds);
        RentalQuery.Builder nodes(Iterable<String> nodes);
        RentalQuery.Builder owner(String owner);
    }
}
