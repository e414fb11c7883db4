package io.kws.sdk.buckets;

public interface Buckets {
    Bucket get(String name);
    Bucket makePrivate(String name);
    Bucket makePublic(String name);
    BucketRental create(BucketSpec spec);
    BucketUsage usage(String name);
    StoredObjects objects(String bucket);
    io.kws.sdk.operations.Operation<BucketRental> createAsync(BucketSpec spec);
    io.kws.sdk.plans.Plan plan(BucketSpec spec);
    io.kws.sdk.receipts.Receipt delete(String name);
    io.kws.sdk.receipts.Receipt deleteWithContents(String name);
    java.util.List<String> names();
    java.util.List<Bucket> list();
    java.util.List<Bucket> ownedBy(String owner);
    java.util.Optional<Bucket> find(String name);
}
