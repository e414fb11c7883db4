package io.kws.sdk.openstack.buckets;

import static io.kws.sdk.openstack.buckets.BoxChange.FORMER;
import static io.kws.sdk.openstack.buckets.BoxChange.LARGE;

import io.kws.sdk.Node;
import io.kws.sdk.buckets.IfExists;
import io.kws.sdk.buckets.ObjectChange;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.buckets.UploadSpec;
import io.kws.sdk.openstack.faults.BackgroundChange;
import io.kws.sdk.openstack.faults.ChangeFaults;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.transfers.Content;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Changes objects, and buckets with what is in them, under all faults: an object is the former or the new one as a whole. */
class BucketFaultsTest {
    private static UploadSpec.Options spec(long segmentBytes) {
        return UploadSpec.builder().name("a").content(Content.of(LARGE)).segmentBytes(segmentBytes);
    }

    private static UploadSpec stream(long segmentBytes) {
        return UploadSpec.builder()
                .name("a")
                .content(Content.of(new ByteArrayInputStream(LARGE)))
                .segmentBytes(segmentBytes)
                .build();
    }

    private record Upload(String title, List<byte[]> former, Supplier<UploadSpec> spec)
            implements BoxChange, BackgroundChange {
        @Override
        public Operation<?> begin(Node node) {
            return BoxChange.objects(node).uploadAsync(spec.get());
        }

        @Override
        public void act(Node node) {
            BoxChange.objects(node).upload(spec.get());
        }

        @Override
        public String flaw(Node node) {
            return BoxChange.requireOneOf(node, List.of(LARGE));
        }

        @Override
        public String flawAfterFailure(Node node) {
            return former.isEmpty() && BoxChange.content(node).isEmpty()
                    ? ""
                    : BoxChange.requireOneOf(node, former.isEmpty() ? List.of(LARGE) : List.of(LARGE, former.get(0)));
        }
    }

    @Test
    void put_newObject_isThereOrNot() throws InterruptedException {
        upload("put", List.of(), () -> spec(100).build());
    }

    @Test
    void put_overLargeObject_isTheFormerOrTheNew() throws InterruptedException {
        upload("put over a large object", List.of(FORMER), () -> spec(100).build());
    }

    @Test
    void put_thatMustNotReplace_isThereOrNot() throws InterruptedException {
        upload(
                "put a new one",
                List.of(),
                () -> spec(100).ifExists(IfExists.FAIL).build());
    }

    @Test
    void put_stream_isThereOrNot() throws InterruptedException {
        upload("put a stream", List.of(), () -> stream(100));
    }

    @Test
    void upload_segments_areOneObjectOrGone() throws InterruptedException {
        upload("upload segments", List.of(), () -> spec(10).build());
    }

    @Test
    void upload_streamInSegmentsOverLargeObject_isTheFormerOrTheNew() throws InterruptedException {
        upload("upload segments of a stream over others", List.of(FORMER), () -> stream(10));
    }

    private static void upload(String title, List<byte[]> former, Supplier<UploadSpec> spec)
            throws InterruptedException {
        new ChangeFaults(new Upload(title, former, spec)).run();
    }

    @Test
    void copy_largeObject_isThereOrNot() throws InterruptedException {
        new ChangeFaults(new Copy()).run();
    }

    private static final class Copy implements BoxChange {
        @Override
        public String title() {
            return "copy";
        }

        @Override
        public List<byte[]> former() {
            return List.of();
        }

        @Override
        public void prepare(Node node) {
            BoxChange.super.prepare(node);
            BoxChange.objects(node).upload(Uploads.inSegments("from", LARGE, 10));
        }

        @Override
        public void act(Node node) {
            BoxChange.objects(node).copy("from", "a");
        }

        @Override
        public String flaw(Node node) {
            return BoxChange.requireOneOf(node, List.of(LARGE));
        }

        @Override
        public String flawAfterFailure(Node node) {
            return BoxChange.content(node).isEmpty() ? "" : flaw(node);
        }
    }

    @Test
    void change_largeObject_isOfTheFormerContent() throws InterruptedException {
        new ChangeFaults(new Update()).run();
    }

    private static final class Update implements BoxChange {
        @Override
        public String title() {
            return "change object";
        }

        @Override
        public void act(Node node) {
            BoxChange.objects(node)
                    .change(
                            "a",
                            ObjectChange.metadata(Map.of("colour", "red"))
                                    .and(ObjectChange.expiresAfter(Duration.ofDays(1))));
        }

        @Override
        public String flaw(Node node) {
            StoredObject changed = BoxChange.objects(node).get("a");
            boolean isChanged =
                    changed.expires().isPresent() && changed.metadata().equals(Map.of("colour", "red"));
            return isChanged ? flawAfterFailure(node) : "it is " + changed;
        }

        @Override
        public String flawAfterFailure(Node node) {
            return BoxChange.requireOneOf(node, List.of(FORMER));
        }
    }

    @Test
    void delete_largeObject_canBeFinished() throws InterruptedException {
        new ChangeFaults(new Delete()).run();
    }

    private static final class Delete implements BoxChange {
        @Override
        public String title() {
            return "delete object";
        }

        @Override
        public void act(Node node) {
            BoxChange.objects(node).delete("a");
        }

        @Override
        public String flaw(Node node) {
            return BoxChange.objects(node).find("a").isPresent() ? "it is there" : "";
        }

        @Override
        public boolean believesNotFound() {
            return true;
        }
    }

    @Test
    void deleteWithContents_canBeFinished() throws InterruptedException {
        new ChangeFaults(new DeleteWithContents()).run();
    }

    private static final class DeleteWithContents implements BoxChange {
        @Override
        public String title() {
            return "delete bucket with its contents";
        }

        @Override
        public void act(Node node) {
            node.buckets().deleteWithContents(BOX);
        }

        @Override
        public String flaw(Node node) {
            return node.buckets().names().isEmpty() ? "" : "something is there";
        }

        @Override
        public boolean believesNotFound() {
            return true;
        }
    }
}
