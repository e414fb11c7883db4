package io.kws.sdk.buckets;

/**
 * How much a bucket holds, as Swift counts it: a change may show some moments later. Immutable.
 *
 * @param objects the number of objects; a large object counts once
 * @param bytes their bytes, those of large objects included
 */
public record BucketUsage(long objects, long bytes) {
    /** {@return one line: the objects and bytes} */
    @Override
    public String toString() {
        return "objects: %d, bytes: %d".formatted(objects, bytes);
    }
}
