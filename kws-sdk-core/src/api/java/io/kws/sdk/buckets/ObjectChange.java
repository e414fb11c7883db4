package io.kws.sdk.buckets;

public final class ObjectChange {
    ObjectChange() {}
    public ObjectChange and(ObjectChange next) { throw null; }
    public StoredObject applyTo(StoredObject object) { throw null; }
    public static ObjectChange contentType(String contentType) { throw null; }
    public static ObjectChange expiresAfter(java.time.Duration after) { throw null; }
    public static ObjectChange metadata(java.util.Map<String, String> metadata) { throw null; }
    public static ObjectChange neverExpires() { throw null; }
    public static ObjectChange noMetadata() { throw null; }
}
