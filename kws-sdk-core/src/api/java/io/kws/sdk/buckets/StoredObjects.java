package io.kws.sdk.buckets;

public interface StoredObjects {
    boolean delete(String name);
    default ObjectListing list() { throw null; }
    default StoredObject download(String name, java.nio.file.Path file) { throw null; }
    default StoredObject put(String name, io.kws.sdk.transfers.Content content) { throw null; }
    ObjectListing list(ObjectQuery query);
    ObjectStream open(String name);
    ObjectStream open(String name, ByteRange range);
    StoredObject change(String name, ObjectChange change);
    StoredObject copy(String name, String bucket, String newName);
    StoredObject copy(String name, String newName);
    StoredObject download(DownloadSpec spec);
    StoredObject get(String name);
    StoredObject upload(UploadSpec spec);
    io.kws.sdk.operations.Operation<StoredObject> downloadAsync(DownloadSpec spec);
    io.kws.sdk.operations.Operation<StoredObject> uploadAsync(UploadSpec spec);
    java.net.URI temporaryUrl(String name, UrlAccess access, java.time.Duration validFor);
    java.util.Optional<StoredObject> find(String name);
}
