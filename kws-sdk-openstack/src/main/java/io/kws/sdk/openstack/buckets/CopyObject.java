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

/** Copies an object, one segment after the other if it is large: so it may be of any size, and each has its own. */
final class CopyObject {
    private static final Duration ALLOWED = Duration.ofHours(24);

    private final ObjectStore store;
    private final Place from;
    private final Place to;
    private final UploadState storing = new UploadState();

    private CopyObject(ObjectStore store, Place from, Place to) {
        this.store = store;
        this.from = from;
        this.to = to;
    }

    /**
     * Where an object is.
     *
     * @param bucket the bucket
     * @param name its name there
     */
    record Place(String bucket, String name) {
        @Override
        public String toString() {
            return "\"%s\" in bucket \"%s\"".formatted(name, bucket);
        }
    }

    static UseCase<StoredObject> useCase(ObjectStore store, Place from, Place to) {
        return new UseCase<>(
                "copy object %s to %s".formatted(from, to),
                ALLOWED,
                steps -> new CopyObject(store, from, to).define(steps));
    }

    private UseCase.ResultReader<StoredObject> define(Steps steps) {
        Step<Map<String, String>> source = steps.add(
                "look at the object",
                context -> store.head(from.bucket(), from.name()).headers());
        Step<PreviousObject> former = steps.add("look for the former object", context -> former());
        Step<Segment> copied = steps.add("copy it", context -> copy(context, source.result()), source, former);
        steps.act(
                "remove the former segments",
                context -> former.result().remove(store.purge(), to.bucket(), context),
                copied);
        return receipt -> ObjectHeaders.copied(to.bucket(), to.name(), source.result());
    }

    private PreviousObject former() {
        PreviousObject former = PreviousObject.of(store.containers(), to.bucket(), to.name());
        if (former.isThere()) {
            storing.replaces(former.time());
        }
        return former;
    }

    private Segment copy(StepContext context, Map<String, String> source) {
        StoredObject object = ObjectHeaders.read(from.bucket(), from.name(), source);
        if (!ObjectHeaders.isLarge(source)) {
            // A dynamic large object becomes a plain one, whose checksum nobody knows before.
            String md5 = source.containsKey(ObjectHeaders.DYNAMIC) ? "" : object.etag();
            Segment whole = new Segment(from.bucket(), from.name(), object.bytes(), md5);
            ObjectResource.Target target = new ObjectResource.Target(
                    to.bucket(), to.name(), CopiedObjectResource.put(whole, to.bucket(), to.name()), storing);
            return store.finding(
                    to.bucket(),
                    to.name(),
                    () -> context.make(new CopiedObjectResource(store.containers(), whole, target)));
        }
        Request put = ObjectHeaders.write(SwiftContainers.request("PUT", to.bucket(), to.name()), object);
        Request kept = ObjectHeaders.keep(put, source);
        return copySegments(context, object, new ObjectResource.Target(to.bucket(), to.name(), kept, storing));
    }

    /** Other clients may make an object of parts of segments, or of bytes in the description itself. */
    private static void requireWhole(List<Segment> segments, StoredObject object) {
        long bytes = segments.stream().mapToLong(Segment::bytes).sum();
        if (bytes != object.bytes() || !Segment.etag(segments).equals(object.etag())) {
            throw new InvalidRequestException(
                    "the object does not consist of whole segments, so it cannot be copied; fetch and upload it instead");
        }
    }

    private Segment copySegments(StepContext context, StoredObject object, ObjectResource.Target target) {
        store.requireBucket(to.bucket());
        List<Segment> segments = Segment.read(store.containers(), from.bucket(), from.name());
        requireWhole(segments, object);
        StoreLargeObject large = new StoreLargeObject(store, context, target);
        large.prepare();
        for (Segment segment : segments) {
            UnaryOperator<Request> copying = put -> CopiedObjectResource.copying(put, segment);
            large.add(copying, place -> new CopiedObjectResource(store.containers(), segment, place));
            context.report(segment.name());
        }
        return large.finish();
    }
}
