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
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Uploads an object, in segments if it is large. Closed once the upload has ended in any way. */
final class UploadObject implements AutoCloseable {
    private static final Duration ALLOWED = Duration.ofDays(3650);

    /** Segments outlive their object, so that a download which started in time can read them to the end. */
    static final Duration SEGMENTS_OUTLIVE = Duration.ofDays(1);

    /** Swift refuses larger uploads to a missing bucket by closing the connection, so it is checked before. */
    private static final long LARGE = 1 << 20;

    private final BucketNode node;
    private final String bucket;
    private final UploadSpec spec;
    private final UploadState state = new UploadState();
    private final AtomicBoolean opened = new AtomicBoolean();

    UploadObject(BucketNode node, String bucket, UploadSpec spec) {
        this.node = node;
        this.bucket = bucket;
        this.spec = spec;
    }

    UseCase<StoredObject> useCase() {
        return new UseCase<>(
                "upload object \"%s\" to bucket \"%s\"".formatted(spec.name(), bucket), ALLOWED, this::define);
    }

    /** Closes the content's stream if the upload has not opened it. */
    @Override
    public void close() {
        try {
            if (!spec.content().isRepeatable() && !opened.getAndSet(true)) {
                spec.content().open().close();
            }
        } catch (IOException e) {
            return; // nothing of the stream was needed
        }
    }

    private UseCase.ResultReader<StoredObject> define(Steps steps) {
        Request put = ObjectHeaders.write(SwiftContainers.request("PUT", bucket, spec.name()), spec);
        Step<PreviousObject> previous = steps.add("find existing object", context -> findPrevious());
        Step<Segment> stored = steps.add("send content", context -> send(context, put), previous);
        steps.act(
                "delete old segments",
                context -> previous.result().deleteSegments(node.purge(), bucket, context),
                stored);
        return receipt -> result(stored.result());
    }

    private PreviousObject findPrevious() {
        PreviousObject previous = PreviousObject.of(node.containers(), bucket, spec.name());
        previous.recordIn(state);
        if (previous.exists() && spec.ifExists() == IfExists.FAIL) {
            throw alreadyExists(spec.name(), null);
        }
        if (!previous.exists() && spec.content().lengthBytes().orElse(Long.MAX_VALUE) > LARGE) {
            node.requireBucket(bucket);
        }
        return previous;
    }

    static ConflictException alreadyExists(String name, @Nullable Throwable cause) {
        return new ConflictException(
                "object \"%s\" already exists; choose another name or allow it to be replaced".formatted(name), cause);
    }

    private Segment send(StepContext context, Request put) {
        // A repetition would be refused because of the object that the first attempt stored.
        Request request = spec.ifExists() == IfExists.FAIL
                ? put.header("If-None-Match", "*").once()
                : put;
        ObjectTarget target = new ObjectTarget(bucket, spec.name(), request, state);
        opened.set(true);
        try (ContentChunks chunks = ContentChunks.of(spec.content(), spec.segmentBytes())) {
            Optional<Content> whole = chunks.whole();
            return whole.isPresent() ? sendWhole(context, target, whole.get()) : sendSegments(context, target, chunks);
        }
    }

    private Segment sendWhole(StepContext context, ObjectTarget target, Content content) {
        TransferListener listener = listener(context, 0);
        return node.withObject(bucket, spec.name(), () -> context.make(resource(target, content, listener)));
    }

    private Segment sendSegments(StepContext context, ObjectTarget target, ContentChunks chunks) {
        StoreLargeObject large = new StoreLargeObject(node, context, target);
        large.prepare();
        for (Optional<Content> chunk = chunks.next(); chunk.isPresent(); chunk = chunks.next()) {
            Content content = chunk.get();
            TransferListener listener = listener(context, chunks.sent());
            large.add(this::expiring, segment -> resource(segment, content, listener));
        }
        return large.finish();
    }

    private ObjectResource resource(ObjectTarget target, Content content, TransferListener listener) {
        return new ObjectResource(node.containers(), target, content, listener);
    }

    private Request expiring(Request put) {
        return spec.expiresAfter()
                .map(after -> ObjectHeaders.expiring(put, after.plus(SEGMENTS_OUTLIVE)))
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
