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
    static StoredObject.Builder builder() { throw null; }

    public interface Builder {
        StoredObject build();
        StoredObject.Builder bucket(String bucket);
        StoredObject.Builder bytes(long bytes);
        StoredObject.Builder contentType(String contentType);
        StoredObject.Builder etag(String etag);
        StoredObject.Builder expires(java.time.Instant expires);
        StoredObject.Builder metadata(java.util.Map<String, ? extends String> metadata);
        StoredObject.Builder modified(java.time.Instant modified);
        StoredObject.Builder name(String name);
    }
}
