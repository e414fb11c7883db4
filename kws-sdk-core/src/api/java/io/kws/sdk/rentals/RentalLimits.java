package io.kws.sdk.rentals;

public final class RentalLimits {
    RentalLimits() {}
    public static void require(RentalSpec spec) { throw null; }
    public static void requireFree(String key) { throw null; }
    public static void requireOwner(String owner) { throw null; }
    public static void requireTerm(java.time.Duration term) { throw null; }
}
