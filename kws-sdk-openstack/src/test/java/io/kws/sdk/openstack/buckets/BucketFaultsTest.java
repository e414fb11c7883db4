package io.kws.sdk.openstack.buckets;

import io.kws.sdk.Node;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.buckets.IfExists;
import io.kws.sdk.buckets.ObjectStream;
import io.kws.sdk.buckets.StoredObjects;
import io.kws.sdk.buckets.UploadSpec;
import io.kws.sdk.transfers.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Every call of a use case times every fault: each ends well or in a typed error; an object is the former or the new one as
 * a whole; what else is there is what the receipt says is left; and a deletion then leaves nothing at all.
 */
class BucketFaultsTest {
    private static final String BOX = "box";
    private static final byte[] LARGE = "0123456789".repeat(3).getBytes(StandardCharsets.UTF_8);
    private static final byte[] FORMER = "abcdefghij".repeat(2).getBytes(StandardCharsets.UTF_8);

    @Test
    void create_anyCallFails_endsCleanOrSaysWhatIsLeft() throws InterruptedException {
        new FaultMatrix(
                        "create bucket",
                        node -> {},
                        node -> node.buckets().create(BucketSpec.named(BOX)),
                        node -> node.buckets().get(BOX).rental().isPresent() ? "" : "it is not rented")
                .run();
    }

    @Test
    void put_newObject_isThereOrNot() throws InterruptedException {
        upload("put", List.of(), () -> spec(LARGE, 100).build());
    }

    @Test
    void put_overLargeObject_isTheFormerOrTheNew() throws InterruptedException {
        upload(
                "put over a large object",
                List.of(FORMER),
                () -> spec(LARGE, 100).build());
    }

    @Test
    void put_thatMustNotReplace_isThereOrNot() throws InterruptedException {
        upload(
                "put a new one",
                List.of(),
                () -> spec(LARGE, 100).ifExists(IfExists.FAIL).build());
    }

    @Test
    void put_stream_isThereOrNot() throws InterruptedException {
        upload("put a stream", List.of(), () -> stream(100));
    }

    @Test
    void upload_segments_areOneObjectOrGone() throws InterruptedException {
        upload("upload segments", List.of(), () -> spec(LARGE, 10).build());
    }

    @Test
    void upload_streamInSegmentsOverLargeObject_isTheFormerOrTheNew() throws InterruptedException {
        upload("upload segments of a stream over others", List.of(FORMER), () -> stream(10));
    }

    @Test
    void copy_largeObject_isThereOrNot() throws InterruptedException {
        new FaultMatrix(
                        "copy",
                        node -> {
                            node.buckets().create(BucketSpec.named(BOX));
                            node.buckets().objects(BOX).upload(Uploads.inSegments("from", LARGE, 10));
                        },
                        node -> node.buckets().objects(BOX).copy("from", "a"),
                        node -> isOneOf(node, List.of(LARGE)))
                .mayEnd(node -> isOneOf(node, List.of(LARGE)))
                .run();
    }

    @Test
    void delete_largeObject_canBeFinished() throws InterruptedException {
        new FaultMatrix(
                        "delete object",
                        node -> prepare(node, List.of(FORMER)),
                        node -> node.buckets().objects(BOX).delete("a"),
                        node -> node.buckets().objects(BOX).find("a").isPresent() ? "it is there" : "")
                .without("answer 404")
                .run();
    }

    @Test
    void deleteWithContents_canBeFinished() throws InterruptedException {
        new FaultMatrix(
                        "delete bucket",
                        node -> prepare(node, List.of(FORMER)),
                        node -> node.buckets().deleteWithContents(BOX),
                        node -> node.buckets().names().isEmpty() ? "" : "something is there")
                .without("answer 404")
                .run();
    }

    private static UploadSpec.Options spec(byte[] content, long segmentBytes) {
        return UploadSpec.builder().name("a").content(Content.of(content)).segmentBytes(segmentBytes);
    }

    private static UploadSpec stream(long segmentBytes) {
        return UploadSpec.builder()
                .name("a")
                .content(Content.of(new ByteArrayInputStream(LARGE)))
                .segmentBytes(segmentBytes)
                .build();
    }

    private static void upload(String title, List<byte[]> former, Supplier<UploadSpec> spec)
            throws InterruptedException {
        new FaultMatrix(
                        title,
                        node -> prepare(node, former),
                        node -> node.buckets().objects(BOX).upload(spec.get()),
                        node -> isOneOf(node, List.of(LARGE)))
                .mayEnd(node -> isOneOf(node, former.isEmpty() ? List.of(LARGE) : List.of(LARGE, former.get(0))))
                .run();
    }

    private static void prepare(Node node, List<byte[]> former) {
        node.buckets().create(BucketSpec.named(BOX));
        former.forEach(content -> node.buckets().objects(BOX).upload(Uploads.inSegments("a", content, 10)));
    }

    /** Returns what is wrong with the object, if anything is. */
    private static String isOneOf(Node node, List<byte[]> contents) {
        StoredObjects box = node.buckets().objects(BOX);
        if (box.find("a").isEmpty()) {
            return "there is none";
        }
        try (ObjectStream stream = box.open("a")) {
            byte[] content = stream.readAllBytes();
            return contents.stream().anyMatch(one -> Arrays.equals(one, content)) ? "" : "it is broken";
        } catch (IOException e) {
            return e.toString();
        }
    }
}
