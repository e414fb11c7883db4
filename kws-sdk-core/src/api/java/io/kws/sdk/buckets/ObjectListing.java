package io.kws.sdk.buckets;

public record ObjectListing(java.util.List<StoredObject> objects, java.util.List<String> folders) {
}
