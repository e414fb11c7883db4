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
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.openstack.client.Download;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Objects by Swift. */
final class SwiftObjects implements StoredObjects {
    private final ObjectStore store;
    private final UseCaseRunner runner;
    private final Timeouts timeouts;
    private final String bucket;

    SwiftObjects(ObjectStore store, UseCaseRunner runner, Timeouts timeouts, String bucket) {
        this.store = store;
        this.runner = runner;
        this.timeouts = timeouts;
        this.bucket = bucket;
    }

    @Override
    public StoredObject upload(UploadSpec spec) {
        try (UploadObject upload = new UploadObject(store, bucket, spec)) {
            SwiftNames.object(spec.name());
            return runner.run(upload.useCase());
        }
    }

    @Override
    public Operation<StoredObject> uploadAsync(UploadSpec spec) {
        UploadObject upload = new UploadObject(store, bucket, spec);
        try {
            SwiftNames.object(spec.name());
            Operation<StoredObject> operation = runner.start(upload.useCase());
            var unused = operation.toFuture().whenComplete((object, failure) -> upload.close());
            return operation;
        } catch (KwsException e) {
            upload.close();
            throw e;
        }
    }

    @Override
    public StoredObject get(String name) {
        return ObjectHeaders.read(
                bucket, name, store.head(bucket, SwiftNames.object(name)).headers());
    }

    @Override
    public Optional<StoredObject> find(String name) {
        return store.find(bucket, SwiftNames.object(name));
    }

    @Override
    public ObjectStream open(String name) {
        ObjectFetch fetch = new ObjectFetch(store, bucket, SwiftNames.object(name));
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
        ObjectFetch fetch = new ObjectFetch(store, bucket, SwiftNames.object(name));
        boolean toTheEnd = range.bytes() == Long.MAX_VALUE - range.fromByte();
        String last = toTheEnd ? "" : String.valueOf(range.fromByte() + range.bytes() - 1);
        Download download = fetch.openPart(fetch.get().header("Range", "bytes=" + range.fromByte() + "-" + last));
        return new ObjectStream(fetch.object(download), download.stream());
    }

    @Override
    public StoredObject download(DownloadSpec spec) {
        return runner.run(downloading(spec));
    }

    @Override
    public Operation<StoredObject> downloadAsync(DownloadSpec spec) {
        return runner.start(downloading(spec));
    }

    private UseCase<StoredObject> downloading(DownloadSpec spec) {
        SwiftNames.object(spec.name());
        return DownloadObject.useCase(store, timeouts, bucket, spec);
    }

    @Override
    public ObjectListing list(ObjectQuery query) {
        Request list = SwiftContainers.request("GET", bucket);
        Request prefixed = query.prefix().isEmpty() ? list : list.query("prefix", query.prefix());
        Request grouped = query.delimiter().isEmpty() ? prefixed : prefixed.query("delimiter", query.delimiter());
        List<StoredObject> objects = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        for (JsonNode item : store.listing(bucket, grouped)) {
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
        CopyObject.Place from = new CopyObject.Place(bucket, SwiftNames.object(name));
        CopyObject.Place to = new CopyObject.Place(SwiftNames.bucket(toBucket), SwiftNames.object(newName));
        return runner.run(CopyObject.useCase(store, from, to));
    }

    @Override
    public StoredObject change(String name, ObjectChange change) {
        return new UpdateObject(store, bucket, SwiftNames.object(name)).apply(change);
    }

    @Override
    public boolean delete(String name) {
        PreviousObject former = PreviousObject.of(store.containers(), bucket, SwiftNames.object(name));
        // A deletion that fails half way must find the rest when it is repeated.
        store.purge().delete(SwiftNames.segmentsOf(bucket), former.segmentNames());
        return former.isThere() && store.containers().delete(bucket, name);
    }

    @Override
    public String toString() {
        return "objects of bucket \"" + bucket + "\"";
    }

    @Override
    public URI temporaryUrl(String name, UrlAccess access, Duration validFor) {
        return store.containers()
                .client()
                .located(() -> new TemporaryUrls(store, bucket).sign(SwiftNames.object(name), access, validFor));
    }
}
