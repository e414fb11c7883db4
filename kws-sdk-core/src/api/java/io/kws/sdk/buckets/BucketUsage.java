package io.kws.sdk.buckets;

public record BucketUsage(long objects, long bytes) {
}
