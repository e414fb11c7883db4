package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.DownloadSpec;
import io.kws.sdk.buckets.Partial;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.Download;
import io.kws.sdk.openstack.client.PartialFile;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.transfers.TransferProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/** Fetches an object into a file. */
final class DownloadObject {
    private static final Duration ALLOWED = Duration.ofDays(3650);
    private static final int BUFFER = 1 << 17;
    private static final long STEP = 1 << 20;

    private final ObjectStore store;
    private final ObjectFetch fetch;
    private final Timeouts timeouts;
    private final String bucket;
    private final DownloadSpec spec;
    private long received;

    private DownloadObject(ObjectStore store, Timeouts timeouts, String bucket, DownloadSpec spec) {
        this.store = store;
        this.fetch = new ObjectFetch(store, bucket, spec.name());
        this.timeouts = timeouts;
        this.bucket = bucket;
        this.spec = spec;
    }

    static UseCase<StoredObject> useCase(ObjectStore store, Timeouts timeouts, String bucket, DownloadSpec spec) {
        return new UseCase<>(
                "download object \"%s\" of bucket \"%s\"".formatted(spec.name(), bucket),
                ALLOWED,
                steps -> new DownloadObject(store, timeouts, bucket, spec).define(steps));
    }

    private UseCase.ResultReader<StoredObject> define(Steps steps) {
        Step<StoredObject> fetched = steps.add("fetch the content", this::fetch);
        return receipt -> fetched.result();
    }

    /** What is to be resumed must be known by its version before anything is asked for. */
    private StoredObject fetch(StepContext context) {
        if (spec.partial() == Partial.KEEP) {
            return goOn(context, store.head(bucket, spec.name()).headers());
        }
        try (Download first = fetch.open(fetch.get())) {
            return fetch(context, first);
        }
    }

    private StoredObject fetch(StepContext context, Download first) {
        StoredObject object = fetch.object(first);
        try (PartialFile part = part(object)) {
            ChecksumVerifier verifier = fetch.verifier(first.headers());
            read(context, first, part, verifier);
            return finish(context, object, part, verifier);
        }
    }

    private StoredObject goOn(StepContext context, Map<String, String> headers) {
        StoredObject object = ObjectHeaders.read(bucket, spec.name(), headers);
        try (PartialFile part = part(object)) {
            boolean isFresh = part.isEmpty();
            ChecksumVerifier verifier = fetch.verifier(headers);
            try {
                received = part.replay(verifier::update);
                return finish(context, object, part, verifier);
            } catch (ServiceFailureException e) {
                if (verifier.hasFailed()) {
                    part.discard();
                }
                if (isFresh || !verifier.hasFailed()) {
                    throw e;
                }
            }
        }
        return goOn(context, headers); // from the beginning: what was kept was of another content
    }

    private PartialFile part(StoredObject object) {
        return spec.partial() == Partial.KEEP
                ? PartialFile.kept(spec.file(), object.etag())
                : PartialFile.fresh(spec.file());
    }

    /** Goes on where the connection broke until all is there. */
    private StoredObject finish(StepContext context, StoredObject object, PartialFile part, ChecksumVerifier verifier) {
        int failures = 0;
        while (received < object.bytes()) {
            long before = received;
            Waiting.pause(failures == 0 ? Duration.ZERO : timeouts.pauseBefore(failures - 1));
            resume(context, object, part, verifier);
            failures = received > before ? 0 : failures + 1;
            if (failures > timeouts.retries()) {
                throw new NodeUnavailableException("the connection breaks again and again");
            }
        }
        verifier.end();
        tell(context, object.bytes());
        part.finish();
        return object;
    }

    private void resume(StepContext context, StoredObject object, PartialFile part, ChecksumVerifier verifier) {
        Request rest =
                fetch.get().header("Range", "bytes=" + received + "-").header("If-Match", "\"" + object.etag() + "\"");
        try (Download download = fetch.openPart(rest)) {
            read(context, download, part, verifier);
        } catch (ConflictException e) {
            throw new ConflictException("the object has changed while it was fetched; fetch it again", e);
        }
    }

    /** Reads as much as comes. */
    private void read(StepContext context, Download download, PartialFile part, ChecksumVerifier verifier) {
        byte[] buffer = new byte[BUFFER];
        InputStream in = download.stream();
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                verifier.update(buffer, 0, read);
                part.write(buffer, read);
                received += read;
                if (received / STEP > (received - read) / STEP) {
                    tell(context, fetch.object(download).bytes());
                }
            }
        } catch (NodeUnavailableException e) {
            return; // what has come is good
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(StepContext context, long total) {
        context.report(received + " bytes");
        spec.listener().transferred(new TransferProgress(received, OptionalLong.of(total)));
    }
}
