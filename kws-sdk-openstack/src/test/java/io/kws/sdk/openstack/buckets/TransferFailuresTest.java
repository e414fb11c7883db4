package io.kws.sdk.openstack.buckets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.Kws;
import io.kws.sdk.buckets.BucketSpec;
import io.kws.sdk.buckets.DownloadSpec;
import io.kws.sdk.buckets.IfExists;
import io.kws.sdk.buckets.ObjectStream;
import io.kws.sdk.buckets.Partial;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.buckets.StoredObjects;
import io.kws.sdk.buckets.UploadSpec;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.openstack.client.PartialFile;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.sandbox.Call;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.transfers.Content;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Transfers that break, are given up, or bring what was not sent. */
class TransferFailuresTest {
    private static final byte[] CONTENT = BucketsContract.random(3 << 20);
    private static final String OBJECTS = "/v1/[^/]+/box/.*";

    @TempDir
    Path folder;

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode cloud = sandbox.node("kws1");
    private final Kws kws = SandboxNodes.connect(sandbox);
    private final Kws impatient = SandboxNodes.connect(
            sandbox,
            Kws.builder()
                    .timeouts(Timeouts.builder()
                            .firstPause(Duration.ofMillis(1))
                            .longestPause(Duration.ofMillis(2))
                            .standstill(Duration.ofMillis(500))
                            .build()));
    private final StoredObjects box = kws.node("kws1").buckets().objects("box");
    private final StoredObjects impatientBox = impatient.node("kws1").buckets().objects("box");

    @BeforeEach
    void create() {
        kws.node("kws1").buckets().create(BucketSpec.named("box"));
    }

    @AfterEach
    void end() {
        kws.close();
        impatient.close();
        sandbox.close();
    }

    private List<String> leftovers() {
        return cloud.leftovers().stream().map(Leftover::id).toList();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String method) {
        return cloud.calls().stream()
                .filter(call -> call.method().equals(method) && call.path().matches(OBJECTS))
                .map(Call::path)
                .count();
    }

    @Test
    void put_small_takesTwoCalls() {
        cloud.clearCalls();

        box.put("a", Content.of("hello"));

        assertThat(cloud.calls()).extracting(Call::method).containsExactly("HEAD", "PUT");
    }

    @Test
    void open_anotherContent_isNotTheStoredOne() throws IOException {
        box.put("a", Content.of("hello"));
        cloud.inject(Fault.on("GET", OBJECTS)
                .answer(200, "h3llo", "text/plain")
                .header("ETag", "5d41402abc4b2a76b9719d911017c592"));

        try (ObjectStream stream = box.open("a")) {
            assertThatThrownBy(stream::readAllBytes)
                    .isInstanceOf(ServiceFailureException.class)
                    .hasMessageContaining(
                            "differs from the stored one: MD5 db9ddb0513487221899dea2afc2f00f9 instead of 5d41402abc4b2a76b9719d911017c592");
        }
    }

    @Test
    void download_anotherContent_neverReachesTheFile() throws IOException {
        box.put("a", Content.of("hello"));
        Path file = folder.resolve("file");
        Files.writeString(file, "former");
        for (Partial partial : Partial.values()) {
            cloud.inject(Fault.on("GET", OBJECTS)
                    .answer(206, "h3llo", "text/plain")
                    .header("Content-Range", "bytes 0-4/5")
                    .header("ETag", "5d41402abc4b2a76b9719d911017c592"));

            assertThatThrownBy(() -> box.download(DownloadSpec.builder()
                            .name("a")
                            .file(file)
                            .partial(partial)
                            .build()))
                    .isInstanceOf(ServiceFailureException.class);
            assertThat(file).hasContent("former");
            assertThat(files()).containsExactly(file);
        }
    }

    @Test
    void download_connectionStandsStill_goesOnWhereItBroke() {
        StoredObject object = box.put("a", Content.of(CONTENT));
        cloud.inject(Fault.on("GET", OBJECTS).slowBody(Duration.ofMinutes(1)));
        cloud.clearCalls();

        impatientBox.download("a", folder.resolve("file"));

        assertThat(folder.resolve("file")).hasBinaryContent(CONTENT);
        assertThat(count("GET")).isGreaterThan(1);
        assertThat(object.bytes()).isEqualTo(CONTENT.length);
    }

    @Test
    void download_objectChangesMeanwhile_isConflict() {
        box.put("a", Content.of(CONTENT));
        cloud.inject(Fault.on("GET", OBJECTS).slowBody(Duration.ofMinutes(1)));
        cloud.inject(Fault.on("GET", OBJECTS).answer(412));

        assertThatThrownBy(() -> impatientBox.download("a", folder.resolve("file")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("the object changed during the download; download it again");
        assertThat(files()).isEmpty();
    }

    @Test
    void download_neverAnyByte_endsAndKeepsWhatCame() {
        StoredObject object = box.put("a", Content.of(CONTENT));
        cloud.inject(Fault.on("GET", OBJECTS).slowBody(Duration.ofMinutes(1)));
        cloud.inject(Fault.on("GET", OBJECTS).answer(503).always());
        DownloadSpec spec = DownloadSpec.builder()
                .name("a")
                .file(folder.resolve("file"))
                .partial(Partial.KEEP)
                .build();

        assertThatThrownBy(() -> impatientBox.download(spec)).isInstanceOf(NodeUnavailableException.class);

        Path part = folder.resolve(".file." + object.etag() + ".part");
        assertThat(files()).containsExactly(part);
        assertThat(part).isNotEmptyFile();
        cloud.clearFaults();
        box.download(spec);
        assertThat(files()).containsExactly(folder.resolve("file"));
        assertThat(folder.resolve("file")).hasBinaryContent(CONTENT);
    }

    @Test
    void download_anotherGoesOnWithTheFile_isConflict() {
        StoredObject object = box.put("a", Content.of(CONTENT));
        Path file = folder.resolve("file");
        DownloadSpec spec = DownloadSpec.builder()
                .name("a")
                .file(file)
                .partial(Partial.KEEP)
                .build();
        try (PartialFile first = PartialFile.kept(file, object.etag())) {
            first.write(CONTENT, 1 << 20);

            assertThatThrownBy(() -> box.download(spec))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("another download is writing to the file");
        }

        box.download(spec);

        assertThat(files()).containsExactly(file);
        assertThat(file).hasBinaryContent(CONTENT);
    }

    @Test
    void upload_neverBegun_closesTheStream() {
        Map<String, UploadSpec> refused = new LinkedHashMap<>();
        AtomicInteger closed = new AtomicInteger();
        Supplier<Content> streams = () -> Content.of(new ByteArrayInputStream(CONTENT) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        });
        refused.put("name", UploadSpec.builder().name("").content(streams.get()).build());
        refused.put(
                "header",
                UploadSpec.builder()
                        .name("a")
                        .content(streams.get())
                        .metadata(Map.of("topic", "x".repeat(257)))
                        .build());

        refused.values()
                .forEach(
                        spec -> assertThatThrownBy(() -> box.upload(spec)).isInstanceOf(InvalidRequestException.class));
        assertThat(closed).hasValue(2);
        refused.values()
                .forEach(spec -> assertThatThrownBy(() -> box.uploadAsync(spec).await())
                        .isInstanceOf(InvalidRequestException.class));
        assertThat(count("PUT")).isZero();
    }

    @Test
    void upload_cancelledOnTheWay_leavesTheFormerObject() {
        box.put("a", Content.of("hello"));
        for (long segmentBytes : new long[] {1 << 20, 100 << 20}) {
            CompletableFuture<Operation<StoredObject>> running = new CompletableFuture<>();
            running.complete(box.uploadAsync(UploadSpec.builder()
                    .name("a")
                    .content(Content.of(CONTENT))
                    .segmentBytes(segmentBytes)
                    .listener(progress -> running.join().cancel())
                    .build()));

            assertThatThrownBy(() -> running.join().await()).isInstanceOf(CancelledException.class);
            assertThat(leftovers()).containsExactly("box", "box/a");
            assertThat(box.get("a").bytes()).isEqualTo(5);
        }
    }

    @Test
    void upload_interrupted_isCancelledAndLeavesNothing() {
        Thread uploading = Thread.currentThread();

        assertThatThrownBy(() -> box.upload(UploadSpec.builder()
                        .name("a")
                        .content(Content.of(CONTENT))
                        .segmentBytes(1 << 20)
                        .listener(progress -> uploading.interrupt())
                        .build()))
                .isInstanceOf(CancelledException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(leftovers()).containsExactly("box");
    }

    @Test
    void download_cancelledOnTheWay_leavesNoFile() {
        box.put("a", Content.of(CONTENT));
        CompletableFuture<Operation<StoredObject>> running = new CompletableFuture<>();
        running.complete(box.downloadAsync(DownloadSpec.builder()
                .name("a")
                .file(folder.resolve("file"))
                .listener(progress -> running.join().cancel())
                .build()));

        assertThatThrownBy(() -> running.join().await()).isInstanceOf(CancelledException.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void put_anotherContentArrives_isRemovedAndAnError() {
        cloud.inject(Fault.on("PUT", OBJECTS)
                .answer(201, "", "text/plain")
                .header("ETag", "00000000000000000000000000000000")
                .always());
        cloud.clearCalls();

        assertThatThrownBy(() -> box.put("a", Content.of("hello")))
                .isInstanceOf(ServiceFailureException.class)
                .hasMessageContaining(
                        "differs from the data sent and was deleted: MD5 00000000000000000000000000000000 instead of 5d41402abc4b2a76b9719d911017c592");
        assertThat(count("DELETE")).isEqualTo(count("PUT")).isPositive();
        assertThat(leftovers()).containsExactly("box");
    }

    @Test
    void upload_refusedBeforeAnythingIsSent_closesTheStream() {
        box.put("a", Content.of("hello"));
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        InputStream stream = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public void close() {
                closed.complete(true);
            }
        };

        assertThatThrownBy(() -> box.upload(UploadSpec.builder()
                        .name("a")
                        .content(Content.of(stream))
                        .ifExists(IfExists.FAIL)
                        .build()))
                .isInstanceOf(ConflictException.class);
        assertThat(closed).isCompleted();
    }

    @Test
    void everything_answersWithUnknownFields_works() throws IOException {
        cloud.addUnknownFields();

        box.upload(Uploads.inSegments("big", CONTENT, 1 << 20));
        box.copy("big", "copy");
        box.delete("big");

        try (ObjectStream stream = box.open("copy")) {
            assertThat(stream.readAllBytes()).isEqualTo(CONTENT);
        }
        assertThat(box.list().objects()).hasSize(1);
        assertThat(kws.node("kws1").buckets().list()).hasSize(1);
        kws.node("kws1").buckets().deleteWithContents("box");
        assertThat(leftovers()).isEmpty();
    }

    @Test
    void upload_segmentSentAgain_isWhole() throws IOException {
        cloud.inject(Fault.on("PUT", "/v1/[^/]+/box_segments/.*").skip(1).resetAfter());
        cloud.inject(Fault.on("PUT", "/v1/[^/]+/box_segments/.*").skip(1).answer(503));

        box.upload(Uploads.inSegments("a", CONTENT, 1 << 20));

        try (ObjectStream stream = box.open("a")) {
            assertThat(stream.readAllBytes()).isEqualTo(CONTENT);
        }
        assertThat(leftovers()).hasSize(6);
    }

    @Test
    void upload_withoutLargeObjects_isRefusedBeforeAnythingIsSent() {
        cloud.inject(Fault.on("GET", "/info").answer(200, "{\"swift\": {}}", "application/json"));

        assertThatThrownBy(() -> box.upload(Uploads.inSegments("a", CONTENT, 1 << 20)))
                .isInstanceOf(KwsException.class)
                .hasMessageContaining("does not support large objects");
        assertThat(leftovers()).containsExactly("box");
    }

    @Test
    void deleteWithContents_withoutBulk_deletesOneByOne() {
        cloud.inject(Fault.on("GET", "/info").answer(404));
        for (String name : Uploads.NAMES) {
            box.put(name, Content.of(name.getBytes(StandardCharsets.UTF_8)));
        }

        kws.node("kws1").buckets().deleteWithContents("box");

        assertThat(leftovers()).isEmpty();
    }

    @Test
    void upload_nameTakenMeanwhile_isConflict() {
        cloud.inject(Fault.on("HEAD", OBJECTS).answer(404));
        box.put("b", Content.of("x"));
        box.put("a", Content.of("hello"));
        cloud.inject(Fault.on("HEAD", OBJECTS).answer(404));

        assertThatThrownBy(() -> box.upload(UploadSpec.builder()
                        .name("a")
                        .content(Content.of("bye"))
                        .ifExists(IfExists.FAIL)
                        .build()))
                .isInstanceOf(ConflictException.class);
        assertThat(box.get("a").etag()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    }

    @Test
    void create_takenMeanwhile_isConflictAndSpoilsNothing() {
        var before = kws.node("kws1").buckets().get("box");
        cloud.inject(Fault.on("HEAD", "/v1/[^/]+/box").answer(404));

        assertThatThrownBy(() -> kws.node("kws1").buckets().create(BucketSpec.named("box")))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("another program has just created bucket");
        assertThat(kws.node("kws1").buckets().get("box")).isEqualTo(before);
    }

    @Test
    void names_moreThanAPage_areAll() {
        for (int i = 0; i < 1001; i++) {
            box.put("%04d".formatted(i), Content.of(new byte[0]));
        }
        cloud.clearCalls();

        assertThat(box.list().objects()).hasSize(1001);
        assertThat(cloud.calls()).hasSize(2);
    }
}
