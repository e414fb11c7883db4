package io.kws.sdk.buckets;

public final class ObjectChange {
    ObjectChange() {}
    public boolean clearsMetadata() { throw null; }
    public boolean isPermanent() { throw null; }
    public ObjectChange and(ObjectChange next) { throw null; }
    public java.util.Map<String, String> metadata() { throw null; }
    public java.util.Optional<String> contentType() { throw null; }
    public java.util.Optional<java.time.Duration> expiresAfter() { throw null; }
    public static ObjectChange contentType(String contentType) { throw null; }
    public static ObjectChange expiresAfter(java.time.Duration after) { throw null; }
    public static ObjectChange metadata(java.util.Map<String, String> metadata) { throw null; }
    public static ObjectChange neverExpires() { throw null; }
    public static ObjectChange noMetadata() { throw null; }
}
