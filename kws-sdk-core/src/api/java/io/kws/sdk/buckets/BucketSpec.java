package io.kws.sdk.buckets;

public abstract class BucketSpec implements io.kws.sdk.rentals.RentalSpec {
    BucketSpec() {}
    public abstract String name();
    public Visibility visibility() { throw null; }
    public java.time.Duration readyWithin() { throw null; }
    public static BucketSpec named(String name) { throw null; }
    public static BucketSpec.NeedsName builder() { throw null; }

    public interface NeedsName {
        BucketSpec.Options name(String name);
    }

    public interface Options extends io.kws.sdk.rentals.RentalTerms<BucketSpec.Options> {
        BucketSpec build();
        BucketSpec.Options visibility(Visibility visibility);
    }
}
