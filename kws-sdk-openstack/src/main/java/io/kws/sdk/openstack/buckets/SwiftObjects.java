package io.kws.sdk.openstack.buckets;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.buckets.ByteRange;
import io.kws.sdk.buckets.DownloadSpec;
import io.kws.sdk.buckets.ObjectChange;
import io.kws.sdk.buckets.ObjectListing;
import io.kws.sdk.buckets.ObjectQuery;
import io.kws.sdk.buckets.ObjectStream;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.buckets.StoredObjects;
import io.kws.sdk.buckets.UploadSpec;
import io.kws.sdk.buckets.UrlAccess;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.openstack.client.Download;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.openstack.resources.AsyncUpload;
import io.kws.sdk.operations.Operation;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The objects of one bucket in Swift. */
final class SwiftObjects implements StoredObjects {
    private final BucketNode node;
    private final String bucket;

    SwiftObjects(BucketNode node, String bucket) {
        this.node = node;
        this.bucket = bucket;
    }

    @Override
    public StoredObject upload(UploadSpec spec) {
        try (UploadObject upload = checked(spec)) {
            return node.runner().run(upload.useCase());
        }
    }

    @Override
    public Operation<StoredObject> uploadAsync(UploadSpec spec) {
        UploadObject upload = checked(spec);
        return AsyncUpload.start(node.runner(), upload.useCase(), upload::close);
    }

    private UploadObject checked(UploadSpec spec) {
        UploadObject upload = new UploadObject(node, bucket, spec);
        try {
            SwiftNames.object(spec.name());
            return upload;
        } catch (KwsException e) {
            upload.close();
            throw e;
        }
    }

    @Override
    public StoredObject get(String name) {
        return ObjectHeaders.read(
                bucket, name, node.head(bucket, SwiftNames.object(name)).headers());
    }

    @Override
    public Optional<StoredObject> find(String name) {
        return node.findObject(bucket, SwiftNames.object(name));
    }

    @Override
    public ObjectStream open(String name) {
        ObjectFetch fetch = new ObjectFetch(node, bucket, SwiftNames.object(name));
        Download download = fetch.open(fetch.get());
        try {
            ChecksumVerifier verifier = fetch.verifier(download.headers());
            return new ObjectStream(fetch.object(download), new ObjectFetch.Verified(download.stream(), verifier));
        } catch (RuntimeException | Error e) {
            download.close();
            throw e;
        }
    }

    @Override
    public ObjectStream open(String name, ByteRange range) {
        ObjectFetch fetch = new ObjectFetch(node, bucket, SwiftNames.object(name));
        boolean toTheEnd = range.bytes() == Long.MAX_VALUE - range.fromByte();
        String last = toTheEnd ? "" : String.valueOf(range.fromByte() + range.bytes() - 1);
        Download download = fetch.openPart(fetch.get().header("Range", "bytes=" + range.fromByte() + "-" + last));
        return new ObjectStream(fetch.object(download), download.stream());
    }

    @Override
    public StoredObject download(DownloadSpec spec) {
        return node.runner().run(downloading(spec));
    }

    @Override
    public Operation<StoredObject> downloadAsync(DownloadSpec spec) {
        return node.runner().start(downloading(spec));
    }

    private UseCase<StoredObject> downloading(DownloadSpec spec) {
        SwiftNames.object(spec.name());
        return DownloadObject.useCase(node, bucket, spec);
    }

    @Override
    public ObjectListing list(ObjectQuery query) {
        Request list = SwiftContainers.request("GET", bucket);
        Request prefixed = query.prefix().isEmpty() ? list : list.query("prefix", query.prefix());
        Request grouped = query.delimiter().isEmpty() ? prefixed : prefixed.query("delimiter", query.delimiter());
        List<StoredObject> objects = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        for (JsonNode item : node.list(bucket, grouped)) {
            if (item.has("subdir")) {
                folders.add(item.path("subdir").asText());
            } else {
                objects.add(ObjectHeaders.listed(bucket, item));
            }
        }
        return new ObjectListing(objects, folders);
    }

    @Override
    public StoredObject copy(String name, String newName) {
        return copy(name, bucket, newName);
    }

    @Override
    public StoredObject copy(String name, String toBucket, String newName) {
        CopyObject.Place source = new CopyObject.Place(bucket, SwiftNames.object(name));
        CopyObject.Place target = new CopyObject.Place(SwiftNames.bucket(toBucket), SwiftNames.object(newName));
        return node.runner().run(CopyObject.useCase(node, source, target));
    }

    @Override
    public StoredObject change(String name, ObjectChange change) {
        return new UpdateObject(node, bucket, SwiftNames.object(name)).apply(change);
    }

    @Override
    public boolean delete(String name) {
        PreviousObject existing = PreviousObject.of(node.containers(), bucket, SwiftNames.object(name));
        // The object is deleted last, so that a deletion that fails half way can be repeated.
        node.purge().delete(SwiftNames.segmentsOf(bucket), existing.segmentNames());
        return existing.exists() && node.containers().delete(bucket, name);
    }

    @Override
    public String toString() {
        return "objects of bucket \"" + bucket + "\"";
    }

    @Override
    public URI temporaryUrl(String name, UrlAccess access, Duration validFor) {
        return node.client()
                .located(() -> new TemporaryUrls(node, bucket).sign(SwiftNames.object(name), access, validFor));
    }
}
