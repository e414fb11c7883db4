package io.kws.sdk.buckets;

public interface StoredObject {
    String bucket();
    String contentType();
    String etag();
    String name();
    java.time.Instant modified();
    java.util.Map<String, String> metadata();
    java.util.Optional<java.time.Instant> expires();
    long bytes();
}
