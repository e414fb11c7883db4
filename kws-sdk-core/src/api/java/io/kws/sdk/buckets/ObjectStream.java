package io.kws.sdk.buckets;

public final class ObjectStream extends java.io.FilterInputStream {
    ObjectStream() { super(null); }
    public ObjectStream(StoredObject object, java.io.InputStream content) { super(null); }
    public StoredObject object() { throw null; }
}
