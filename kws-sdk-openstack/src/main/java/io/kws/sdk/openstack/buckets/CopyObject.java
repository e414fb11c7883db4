package io.kws.sdk.openstack.buckets;

import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.StepContext;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.openstack.client.Request;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Copies an object; a large one segment by segment, so that it may have any size and the copy has its own segments. */
final class CopyObject {
    private static final Duration ALLOWED = Duration.ofHours(24);

    private final BucketNode node;
    private final Place source;
    private final Place target;
    private final UploadState state = new UploadState();

    private CopyObject(BucketNode node, Place source, Place target) {
        this.node = node;
        this.source = source;
        this.target = target;
    }

    /**
     * The place of an object.
     *
     * @param bucket the bucket
     * @param name the object's name in it
     */
    record Place(String bucket, String name) {
        Request request(String method) {
            return SwiftContainers.request(method, bucket, name);
        }

        @Override
        public String toString() {
            return "\"%s\" in bucket \"%s\"".formatted(name, bucket);
        }
    }

    static UseCase<StoredObject> useCase(BucketNode node, Place source, Place target) {
        return new UseCase<>(
                "copy object %s to %s".formatted(source, target),
                ALLOWED,
                steps -> new CopyObject(node, source, target).define(steps));
    }

    private UseCase.ResultReader<StoredObject> define(Steps steps) {
        Step<Map<String, String>> headers = steps.add(
                "find object",
                context -> node.head(source.bucket(), source.name()).headers());
        Step<PreviousObject> previous = steps.add("find existing object", context -> findPrevious());
        Step<Segment> copied = steps.add("copy object", context -> copy(context, headers.result()), headers, previous);
        steps.act(
                "delete old segments",
                context -> previous.result().deleteSegments(node.purge(), target.bucket(), context),
                copied);
        return receipt -> ObjectHeaders.copied(target.bucket(), target.name(), headers.result());
    }

    private PreviousObject findPrevious() {
        PreviousObject previous = PreviousObject.of(node.containers(), target.bucket(), target.name());
        previous.recordIn(state);
        return previous;
    }

    private Segment copy(StepContext context, Map<String, String> headers) {
        StoredObject object = ObjectHeaders.read(source.bucket(), source.name(), headers);
        return ObjectHeaders.isLarge(headers)
                ? copySegments(context, object, headers)
                : copyWhole(context, object, headers);
    }

    private Segment copyWhole(StepContext context, StoredObject object, Map<String, String> headers) {
        // The copy of a dynamic large object is a plain one, whose checksum nobody knows in advance.
        String md5 = headers.containsKey(ObjectHeaders.DYNAMIC) ? "" : object.etag();
        Segment whole = new Segment(source.bucket(), source.name(), object.bytes(), md5);
        ObjectTarget copy = target(CopiedObjectResource.copying(target.request("PUT"), whole));
        return node.withObject(
                target.bucket(),
                target.name(),
                () -> context.make(new CopiedObjectResource(node.containers(), whole, copy)));
    }

    private Segment copySegments(StepContext context, StoredObject object, Map<String, String> headers) {
        node.requireBucket(target.bucket());
        List<Segment> segments = Segment.read(node.containers(), source.bucket(), source.name());
        requireWholeSegments(segments, object);
        Request put = ObjectHeaders.write(target.request("PUT"), object);
        StoreLargeObject large = new StoreLargeObject(node, context, target(ObjectHeaders.keep(put, headers)));
        large.prepare();
        for (Segment segment : segments) {
            UnaryOperator<Request> copying = request -> CopiedObjectResource.copying(request, segment);
            large.add(copying, copy -> new CopiedObjectResource(node.containers(), segment, copy));
            context.report(segment.name());
        }
        return large.finish();
    }

    private ObjectTarget target(Request put) {
        return new ObjectTarget(target.bucket(), target.name(), put, state);
    }

    /** Other programs may create objects from ranges of segments, or with bytes in the manifest itself. */
    private static void requireWholeSegments(List<Segment> segments, StoredObject object) {
        long bytes = segments.stream().mapToLong(Segment::bytes).sum();
        if (bytes != object.bytes() || !Segment.etag(segments).equals(object.etag())) {
            throw new InvalidRequestException(
                    "the object must consist of whole segments to be copied, but does not; download and upload it instead");
        }
    }
}
