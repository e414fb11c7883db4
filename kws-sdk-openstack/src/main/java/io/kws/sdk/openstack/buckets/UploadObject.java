package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.IfExists;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.buckets.UploadSpec;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.values.StoredObjectValue;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferListener;
import io.kws.sdk.transfers.TransferProgress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stores an object, in segments if it is large. Closed when it has ended, however it did. */
final class UploadObject implements AutoCloseable {
    private static final Duration ALLOWED = Duration.ofDays(3650);

    /** Segments stay until a reader who began in time has read them. */
    static final Duration SEGMENTS_LONGER = Duration.ofDays(1);

    /** The service refuses a larger one by breaking the connection, so it is better asked before. */
    private static final long LARGE = 1 << 20;

    private final ObjectStore store;
    private final String bucket;
    private final UploadSpec spec;
    private final UploadState storing = new UploadState();
    private final AtomicBoolean opened = new AtomicBoolean();

    UploadObject(ObjectStore store, String bucket, UploadSpec spec) {
        this.store = store;
        this.bucket = bucket;
        this.spec = spec;
    }

    UseCase<StoredObject> useCase() {
        return new UseCase<>(
                "upload object \"%s\" to bucket \"%s\"".formatted(spec.name(), bucket), ALLOWED, this::define);
    }

    /** A stream is the SDK's to close, also if nothing of it was sent. */
    @Override
    public void close() {
        try {
            if (!spec.content().isRepeatable() && !opened.getAndSet(true)) {
                spec.content().open().close();
            }
        } catch (IOException e) {
            return; // nothing was wanted of it
        }
    }

    private UseCase.ResultReader<StoredObject> define(Steps steps) {
        Request put = ObjectHeaders.write(SwiftContainers.request("PUT", bucket, spec.name()), spec);
        Step<PreviousObject> former = steps.add("look for the former object", context -> former());
        Step<Segment> stored = steps.add("send the content", context -> send(context, put), former);
        steps.act(
                "remove the former segments",
                context -> former.result().remove(store.purge(), bucket, context),
                stored);
        return receipt -> result(stored.result());
    }

    private PreviousObject former() {
        PreviousObject former = PreviousObject.of(store.containers(), bucket, spec.name());
        if (former.isThere()) {
            storing.replaces(former.time());
            if (spec.ifExists() == IfExists.FAIL) {
                throw new ConflictException("an object of that name is there already");
            }
        } else if (spec.content().lengthBytes().orElse(Long.MAX_VALUE) > LARGE) {
            store.requireBucket(bucket);
        }
        return former;
    }

    private Segment send(StepContext context, Request put) {
        // A second request would be refused because of what the first has stored.
        Request safe = spec.ifExists() == IfExists.FAIL
                ? put.header("If-None-Match", "*").once()
                : put;
        ObjectResource.Target target = new ObjectResource.Target(bucket, spec.name(), safe, storing);
        opened.set(true);
        try (ContentChunks pieces = ContentChunks.of(spec.content(), spec.segmentBytes())) {
            Content whole = pieces.whole().orElse(null);
            return whole == null
                    ? sendPieces(context, target, pieces)
                    : store.finding(
                            bucket,
                            spec.name(),
                            () -> context.make(part(target, whole, listener(context, pieces.sent()))));
        }
    }

    private Segment sendPieces(StepContext context, ObjectResource.Target target, ContentChunks pieces) {
        StoreLargeObject large = new StoreLargeObject(store, context, target);
        large.prepare();
        for (Content piece = pieces.next().orElse(null);
                piece != null;
                piece = pieces.next().orElse(null)) {
            Content next = piece;
            TransferListener listener = listener(context, pieces.sent());
            large.add(this::expiring, segment -> part(segment, next, listener));
        }
        return large.finish();
    }

    private ObjectResource part(ObjectResource.Target target, Content content, TransferListener listener) {
        return new ObjectResource(store.containers(), target, content, listener);
    }

    private Request expiring(Request put) {
        return spec.expiresAfter()
                .map(after -> ObjectHeaders.expiring(put, after.plus(SEGMENTS_LONGER)))
                .orElse(put);
    }

    private TransferListener listener(StepContext context, long before) {
        return progress -> {
            TransferProgress all = new TransferProgress(
                    before + progress.bytes(), spec.content().lengthBytes());
            context.report(all.bytes() + " bytes");
            spec.listener().transferred(all);
        };
    }

    private StoredObject result(Segment stored) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return StoredObjectValue.builder()
                .bucket(bucket)
                .name(spec.name())
                .bytes(stored.bytes())
                .etag(stored.md5())
                .contentType(ObjectHeaders.contentType(spec))
                .modified(now)
                .metadata(spec.metadata())
                .expires(spec.expiresAfter().map(now::plus))
                .build();
    }
}
