package io.kws.sdk.buckets;

public record ByteRange(long fromByte, long bytes) {
    public static ByteRange from(long fromByte) { throw null; }
}
