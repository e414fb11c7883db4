package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.DownloadSpec;
import io.kws.sdk.buckets.Partial;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.driver.steps.Retry;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.client.Download;
import io.kws.sdk.openstack.client.PartialFile;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.transfers.TransferProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;

/** Downloads an object into a file. */
final class DownloadObject {
    private static final Duration ALLOWED = Duration.ofDays(3650);
    private static final int BUFFER = 1 << 17;
    private static final long STEP = 1 << 20;

    private final BucketNode node;
    private final ObjectFetch fetch;
    private final String bucket;
    private final DownloadSpec spec;
    private long received;

    private DownloadObject(BucketNode node, String bucket, DownloadSpec spec) {
        this.node = node;
        this.fetch = new ObjectFetch(node, bucket, spec.name());
        this.bucket = bucket;
        this.spec = spec;
    }

    static UseCase<StoredObject> useCase(BucketNode node, String bucket, DownloadSpec spec) {
        return new UseCase<>(
                "download object \"%s\" of bucket \"%s\"".formatted(spec.name(), bucket),
                ALLOWED,
                steps -> new DownloadObject(node, bucket, spec).define(steps));
    }

    private UseCase.ResultReader<StoredObject> define(Steps steps) {
        Step<StoredObject> downloaded = steps.add("download content", this::download);
        return receipt -> downloaded.result();
    }

    /** To resume a download, the version of the object has to be known before any content is requested. */
    private StoredObject download(StepContext context) {
        if (spec.partial() == Partial.KEEP) {
            return resume(context, node.head(bucket, spec.name()).headers());
        }
        try (Download first = fetch.open(fetch.get())) {
            return download(context, first);
        }
    }

    private StoredObject download(StepContext context, Download first) {
        StoredObject object = fetch.object(first);
        try (PartialFile file = file(object)) {
            ChecksumVerifier verifier = fetch.verifier(first.headers());
            read(context, first, file, verifier);
            return finish(context, object, file, verifier);
        }
    }

    private StoredObject resume(StepContext context, Map<String, String> headers) {
        StoredObject object = ObjectHeaders.read(bucket, spec.name(), headers);
        try (PartialFile file = file(object)) {
            boolean isFresh = file.isEmpty();
            ChecksumVerifier verifier = fetch.verifier(headers);
            try {
                received = file.replay(verifier::update);
                return finish(context, object, file, verifier);
            } catch (ServiceFailureException e) {
                if (verifier.hasFailed()) {
                    file.discard();
                }
                if (isFresh || !verifier.hasFailed()) {
                    throw e;
                }
            }
        }
        return resume(context, headers); // from the beginning: the kept bytes belong to other content
    }

    private PartialFile file(StoredObject object) {
        return spec.partial() == Partial.KEEP
                ? PartialFile.kept(spec.file(), object.etag())
                : PartialFile.fresh(spec.file());
    }

    /** Continues where the connection broke until all content has arrived. */
    private StoredObject finish(StepContext context, StoredObject object, PartialFile file, ChecksumVerifier verifier) {
        NodeUnavailableException standstill = new NodeUnavailableException(
                "the connection broke %d times in a row without any content; try again later"
                        .formatted(node.timeouts().retries() + 1));
        Retry whileNothingComes = Retry.of(node.timeouts()).when(failure -> failure == standstill);
        while (received < object.bytes()) {
            long before = received;
            whileNothingComes.run(repetition -> {
                readRest(context, object, file, verifier);
                if (received == before) {
                    throw standstill;
                }
            });
        }
        verifier.end();
        report(context, object.bytes());
        file.finish();
        return object;
    }

    private void readRest(StepContext context, StoredObject object, PartialFile file, ChecksumVerifier verifier) {
        Request rest =
                fetch.get().header("Range", "bytes=" + received + "-").header("If-Match", "\"" + object.etag() + "\"");
        try (Download download = fetch.openPart(rest)) {
            read(context, download, file, verifier);
        } catch (ConflictException e) {
            throw new ConflictException("the object changed during the download; download it again", e);
        }
    }

    /** Reads until the end of the content or until the connection breaks. */
    private void read(StepContext context, Download download, PartialFile file, ChecksumVerifier verifier) {
        byte[] buffer = new byte[BUFFER];
        InputStream in = download.stream();
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                verifier.update(buffer, 0, read);
                file.write(buffer, read);
                received += read;
                if (received / STEP > (received - read) / STEP) {
                    report(context, fetch.object(download).bytes());
                }
            }
        } catch (NodeUnavailableException e) {
            return; // the bytes received so far are good
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(StepContext context, long total) {
        context.report(received + " bytes");
        spec.listener().transferred(new TransferProgress(received, OptionalLong.of(total)));
    }
}
