package io.kws.sdk.buckets;

public interface Bucket {
    String name();
    String node();
    Visibility visibility();
    java.net.URI url();
    java.time.Instant created();
    java.util.Optional<io.kws.sdk.rentals.Rental> rental();
}
