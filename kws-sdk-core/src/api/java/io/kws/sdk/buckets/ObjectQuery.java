package io.kws.sdk.buckets;

public record ObjectQuery(String prefix, String delimiter) {
    public static ObjectQuery all() { throw null; }
    public static ObjectQuery folder(String folder) { throw null; }
    public static ObjectQuery startingWith(String prefix) { throw null; }
}
