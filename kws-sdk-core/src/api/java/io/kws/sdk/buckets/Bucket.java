package io.kws.sdk.buckets;

public interface Bucket {
    String name();
    String node();
    Visibility visibility();
    java.net.URI url();
    java.time.Instant created();
    java.util.Optional<io.kws.sdk.rentals.Rental> rental();
    static Bucket.Builder builder() { throw null; }

    public interface Builder {
        Bucket build();
        Bucket.Builder created(java.time.Instant created);
        Bucket.Builder name(String name);
        Bucket.Builder node(String node);
        Bucket.Builder rental(io.kws.sdk.rentals.Rental rental);
        Bucket.Builder url(java.net.URI url);
        Bucket.Builder visibility(Visibility visibility);
    }
}
