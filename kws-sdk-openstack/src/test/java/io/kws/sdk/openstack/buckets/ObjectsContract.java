package io.kws.sdk.openstack.buckets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.buckets.ByteRange;
import io.kws.sdk.buckets.DownloadSpec;
import io.kws.sdk.buckets.IfExists;
import io.kws.sdk.buckets.ObjectChange;
import io.kws.sdk.buckets.ObjectListing;
import io.kws.sdk.buckets.ObjectQuery;
import io.kws.sdk.buckets.ObjectStream;
import io.kws.sdk.buckets.Partial;
import io.kws.sdk.buckets.StoredObject;
import io.kws.sdk.buckets.StoredObjects;
import io.kws.sdk.buckets.UploadSpec;
import io.kws.sdk.buckets.UrlAccess;
import io.kws.sdk.buckets.Visibility;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.transfers.Content;
import io.kws.sdk.transfers.TransferProgress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What objects must do on any node. */
abstract class ObjectsContract extends BucketsContract {
    private static final String HELLO = "5d41402abc4b2a76b9719d911017c592";

    private static byte[] read(StoredObjects box, String name) {
        try (ObjectStream content = box.open(name)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> segments(StoredObjects box) {
        String bucket = box.list().objects().isEmpty()
                ? ""
                : box.list().objects().get(0).bucket();
        return buckets().objects(bucket + "_segments").list().objects().stream()
                .map(StoredObject::name)
                .toList();
    }

    @Test
    void put_anyName_comesBackUnderExactlyThatName() {
        StoredObjects box = box();
        for (String name : Uploads.NAMES) {
            box.put(name, Content.of("hello " + name));
        }

        assertThat(box.list().objects())
                .extracting(StoredObject::name)
                .containsExactlyInAnyOrderElementsOf(Uploads.NAMES);
        for (String name : Uploads.NAMES) {
            assertThat(read(box, name)).asString().isEqualTo("hello " + name);
            assertThat(box.get(name).name()).isEqualTo(name);
            assertThat(box.delete(name)).isTrue();
        }
        assertThat(box.list().objects()).isEmpty();
    }

    @Test
    void put_impossibleName_isRefused() {
        StoredObjects box = box();

        for (String name : List.of("", "a\0b", "x".repeat(1025), "\ud83d")) {
            assertThatThrownBy(() -> box.put(name, Content.of("hello"))).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> box.find(name)).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> box.delete(name)).isInstanceOf(InvalidRequestException.class);
        }
        assertThatThrownBy(() -> buckets().objects("a/b")).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void put_text_isDescribedAsItIs() {
        StoredObjects box = box();

        StoredObject stored = box.upload(UploadSpec.builder()
                .name("a.html")
                .content(Content.of("hello"))
                .metadata(Map.of("from", "Zoë 100%", "x-2", " b "))
                .expiresAfter(Duration.ofHours(1))
                .build());

        StoredObject found = box.get("a.html");
        assertThat(found.bytes()).isEqualTo(5);
        assertThat(found.etag()).isEqualTo(HELLO).isEqualTo(stored.etag());
        assertThat(found.contentType()).isEqualTo("text/html").isEqualTo(stored.contentType());
        assertThat(found.metadata()).isEqualTo(Map.of("from", "Zoë 100%", "x-2", " b "));
        assertThat(found.expires().orElseThrow())
                .isBetween(Instant.now().plusSeconds(3500), Instant.now().plusSeconds(3700));
        assertThat(found.modified())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    @Test
    void put_emptyOrOneByte_comesBack() {
        StoredObjects box = box();
        box.put("empty", Content.of(new byte[0]));
        box.put("empty stream", Content.of(InputStream.nullInputStream()));
        box.put("byte", Content.of(new byte[] {1}));

        assertThat(read(box, "empty")).isEmpty();
        assertThat(read(box, "empty stream")).isEmpty();
        assertThat(read(box, "byte")).containsExactly(1);
    }

    @Test
    void upload_streamOfUnknownLength_comesBackWhole() {
        StoredObjects box = box();
        byte[] small = random(1000);
        byte[] large = random((1 << 20) + 100);

        box.put("small", Content.of(new ByteArrayInputStream(small)));
        box.put("large", Content.of(new ByteArrayInputStream(large)));
        box.put("known", Content.of(new ByteArrayInputStream(large), large.length));

        assertThat(read(box, "small")).isEqualTo(small);
        assertThat(read(box, "large")).isEqualTo(large);
        assertThat(read(box, "known")).isEqualTo(large);
        assertThat(box.get("large").bytes()).isEqualTo(large.length);
    }

    @Test
    void upload_largerThanASegment_isOneObjectOfSegments() {
        StoredObjects box = box();
        byte[] content = random(25_000);
        List<TransferProgress> heard = new ArrayList<>();

        StoredObject stored = box.upload(UploadSpec.builder()
                .name("big/ä?")
                .content(Content.of(content))
                .segmentBytes(10_000)
                .contentType("video/mp4")
                .metadata(Map.of("a", "b"))
                .listener(heard::add)
                .build());

        StoredObject found = box.get("big/ä?");
        assertThat(found.bytes()).isEqualTo(25_000);
        assertThat(found.etag()).isEqualTo(stored.etag());
        assertThat(found.contentType()).isEqualTo("video/mp4");
        assertThat(found.metadata()).isEqualTo(Map.of("a", "b"));
        assertThat(read(box, "big/ä?")).isEqualTo(content);
        assertThat(segments(box)).hasSize(3).allMatch(name -> name.startsWith("big/ä?/"));
        assertThat(heard).last().isEqualTo(new TransferProgress(25_000, OptionalLong.of(25_000)));
    }

    @Test
    void upload_streamInSegments_comesBackWhole() {
        StoredObjects box = box();
        byte[] content = random(30_000);
        for (Content stream : List.of(
                Content.of(new ByteArrayInputStream(content)),
                Content.of(new ByteArrayInputStream(content), content.length))) {
            StoredObject stored = box.upload(UploadSpec.builder()
                    .name("big")
                    .content(stream)
                    .segmentBytes(10_000)
                    .build());

            assertThat(stored.bytes()).isEqualTo(30_000);
            assertThat(read(box, "big")).isEqualTo(content);
            assertThat(segments(box)).hasSize(3);
        }
    }

    @Test
    void upload_overALargeObject_removesTheFormerSegments() {
        StoredObjects box = box();
        byte[] first = random(30);
        byte[] second = random(20);
        box.upload(Uploads.inSegments("big", first, 10));
        List<String> former = segments(box);
        box.upload(Uploads.inSegments("big", second, 10));

        assertThat(segments(box)).hasSize(2).doesNotContainAnyElementsOf(former);
        assertThat(read(box, "big")).isEqualTo(second);

        box.put("big", Content.of("small"));

        assertThat(segments(box)).isEmpty();
        assertThat(read(box, "big")).asString().isEqualTo("small");
    }

    @Test
    void upload_streamBreaksOff_leavesTheFormerObjectAndNothingElse() {
        StoredObjects box = box();
        box.put("a", Content.of("hello"));

        for (long segmentBytes : new long[] {100_000, 10_000}) {
            assertThatThrownBy(() -> box.upload(UploadSpec.builder()
                            .name("a")
                            .content(Content.of(new BrokenStream(25_000), 30_000))
                            .segmentBytes(segmentBytes)
                            .build()))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("the disk is broken");
        }
        assertThatThrownBy(() -> box.upload(UploadSpec.builder()
                        .name("a")
                        .content(Content.of(new BrokenStream(25_000)))
                        .segmentBytes(10_000)
                        .build()))
                .isInstanceOf(InvalidRequestException.class);

        assertThat(read(box, "a")).asString().isEqualTo("hello");
        assertThat(buckets().find(box.get("a").bucket() + "_segments")).isEmpty();
    }

    /** A stream that fails after some bytes. */
    private static final class BrokenStream extends InputStream {
        private int left;

        BrokenStream(int bytes) {
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0];
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("the disk is broken");
            }
            int count = Math.min(left, length);
            left -= count;
            return count;
        }
    }

    @Test
    void upload_longerOrShorterThanAnnounced_isRefused() {
        StoredObjects box = box();
        byte[] content = random(100);

        for (long length : new long[] {99, 101}) {
            for (long segmentBytes : new long[] {10, 1000}) {
                assertThatThrownBy(() -> box.upload(UploadSpec.builder()
                                .name("a")
                                .content(Content.of(new ByteArrayInputStream(content), length))
                                .segmentBytes(segmentBytes)
                                .build()))
                        .isInstanceOf(KwsException.class);
            }
        }
        assertThat(box.find("a")).isEmpty();
        assertThat(box.list().objects()).isEmpty();
    }

    @Test
    void upload_thatMustNotReplace_isConflict() {
        StoredObjects box = box();
        box.put("a", Content.of("hello"));
        UploadSpec.Options spec =
                UploadSpec.builder().name("a").content(Content.of("bye")).ifExists(IfExists.FAIL);

        assertThatThrownBy(() -> box.upload(spec.build()))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("already exists");
        assertThat(read(box, "a")).asString().isEqualTo("hello");
        box.delete("a");
        assertThat(box.upload(spec.build()).bytes()).isEqualTo(3);
        UploadSpec.Options large = UploadSpec.builder()
                .name("big")
                .content(Content.of(random(30)))
                .segmentBytes(10)
                .ifExists(IfExists.FAIL);
        assertThat(box.upload(large.build()).bytes()).isEqualTo(30);
        assertThatThrownBy(() -> box.upload(large.build())).isInstanceOf(ConflictException.class);
    }

    @Test
    void download_anyObject_isWhole() throws IOException {
        StoredObjects box = box();
        byte[] content = random(3 << 20);
        box.put("a", Content.of(content));
        box.upload(Uploads.inSegments("big", content, 1 << 20));
        Path file = folder.resolve("file");
        Files.writeString(file, "former");
        List<TransferProgress> heard = new ArrayList<>();

        for (String name : List.of("a", "big")) {
            StoredObject object = box.download(DownloadSpec.builder()
                    .name(name)
                    .file(file)
                    .listener(heard::add)
                    .build());

            assertThat(file).hasBinaryContent(content);
            assertThat(object.bytes()).isEqualTo(content.length);
            assertThat(heard).last().isEqualTo(new TransferProgress(content.length, OptionalLong.of(content.length)));
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void download_missing_leavesTheFileAlone() throws IOException {
        StoredObjects box = box();
        Path file = folder.resolve("file");
        Files.writeString(file, "former");

        assertThatThrownBy(() -> box.download("nope", file))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("object \"nope\" does not exist");
        assertThatThrownBy(() -> box.download("nope", folder.resolve("no/file")))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(file).hasContent("former");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void download_keptPart_goesOnWhereItEnds() throws IOException {
        StoredObjects box = box();
        byte[] content = random(2 << 20);
        StoredObject object = box.put("a", Content.of(content));
        Path file = folder.resolve("file");
        Path part = folder.resolve(".file." + object.etag() + ".part");
        Files.write(part, Arrays.copyOf(content, 1 << 20));
        DownloadSpec spec = DownloadSpec.builder()
                .name("a")
                .file(file)
                .partial(Partial.KEEP)
                .build();

        box.download(spec);

        assertThat(file).hasBinaryContent(content);
        assertThat(part).doesNotExist();

        for (int bytes : new int[] {1 << 20, 2 << 20, 3 << 20}) {
            Files.write(part, random(bytes));
            box.download(spec);
            assertThat(part).doesNotExist();
            assertThat(file).hasBinaryContent(content);
        }
    }

    @Test
    void download_keptPartOfOtherSegments_beginsAnew() throws IOException {
        StoredObjects box = box();
        byte[] content = random(30);
        StoredObject object = box.upload(Uploads.inSegments("big", content, 10));
        Path file = folder.resolve("file");
        Files.write(folder.resolve(".file." + object.etag() + ".part"), random(25));

        box.download(DownloadSpec.builder()
                .name("big")
                .file(file)
                .partial(Partial.KEEP)
                .build());

        assertThat(file).hasBinaryContent(content);
    }

    @Test
    void open_range_readsThatPart() throws IOException {
        StoredObjects box = box();
        byte[] content = random(100);
        box.upload(Uploads.inSegments("big", content, 30));
        box.put("a", Content.of(content));

        for (String name : List.of("a", "big")) {
            try (ObjectStream part = box.open(name, new ByteRange(25, 10))) {
                assertThat(part.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 25, 35));
                assertThat(part.object().bytes()).isEqualTo(100);
            }
            try (ObjectStream rest = box.open(name, ByteRange.from(90))) {
                assertThat(rest.readAllBytes()).isEqualTo(Arrays.copyOfRange(content, 90, 100));
            }
            assertThatThrownBy(() -> box.open(name, ByteRange.from(100)))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("beyond the end");
        }
        assertThatThrownBy(() -> box.open("a", ByteRange.from(100))).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void list_prefixAndFolders_areGrouped() {
        StoredObjects box = box();
        for (String name : List.of("a", "photos/1", "photos/2", "photos/old/3", "photos-4")) {
            box.put(name, Content.of("hello"));
        }

        ObjectListing top = box.list(ObjectQuery.folder(""));
        assertThat(top.objects()).extracting(StoredObject::name).containsExactly("a", "photos-4");
        assertThat(top.folders()).containsExactly("photos/");
        ObjectListing photos = box.list(ObjectQuery.folder("photos"));
        assertThat(photos.objects()).extracting(StoredObject::name).containsExactly("photos/1", "photos/2");
        assertThat(photos.folders()).containsExactly("photos/old/");
        assertThat(box.list(ObjectQuery.startingWith("photos/")).objects()).hasSize(3);
        assertThat(box.list(ObjectQuery.startingWith("nope")).objects()).isEmpty();
        StoredObject first = box.list().objects().get(0);
        assertThat(first.bytes()).isEqualTo(5);
        assertThat(first.etag()).isEqualTo(HELLO);
        assertThat(first.modified())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
    }

    @Test
    void copy_smallAndLarge_areOfTheirOwn() {
        StoredObjects box = box();
        String other = create("other");
        byte[] content = random(30);
        box.upload(UploadSpec.builder()
                .name("a?")
                .content(Content.of(content))
                .metadata(Map.of("k", "v"))
                .build());
        box.upload(UploadSpec.builder()
                .name("big")
                .content(Content.of(content))
                .segmentBytes(10)
                .metadata(Map.of("k", "v"))
                .contentType("text/x")
                .build());

        box.copy("a?", "b #");
        box.copy("big", other, "copy");
        box.delete("a?");
        box.delete("big");

        assertThat(read(box, "b #")).isEqualTo(content);
        assertThat(box.get("b #").metadata()).isEqualTo(Map.of("k", "v"));
        StoredObjects others = buckets().objects(other);
        assertThat(read(others, "copy")).isEqualTo(content);
        assertThat(others.get("copy").metadata()).isEqualTo(Map.of("k", "v"));
        assertThat(others.get("copy").contentType()).isEqualTo("text/x");
        assertThatThrownBy(() -> box.copy("nope", "x"))
                .isInstanceOf(NotFoundException.class)
                .hasMessageContaining("object \"nope\" does not exist");
    }

    @Test
    void change_oneThing_keepsTheOthers() {
        StoredObjects box = box();
        box.upload(UploadSpec.builder()
                .name("a")
                .content(Content.of("hello"))
                .contentType("text/x")
                .metadata(Map.of("a", "1", "b", "2"))
                .build());
        Instant soon = Instant.now().plus(Duration.ofDays(1));

        box.change("a", ObjectChange.expiresAfter(Duration.ofDays(1)));
        box.change("a", ObjectChange.metadata(Map.of("b", "3", "c", "ä")));

        StoredObject changed = box.get("a");
        assertThat(changed.metadata()).isEqualTo(Map.of("a", "1", "b", "3", "c", "ä"));
        assertThat(changed.contentType()).isEqualTo("text/x");
        assertThat(changed.expires().orElseThrow()).isBetween(soon.minusSeconds(60), soon.plusSeconds(60));

        box.change(
                "a",
                ObjectChange.neverExpires().and(ObjectChange.noMetadata()).and(ObjectChange.contentType("text/y")));

        changed = box.get("a");
        assertThat(changed.metadata()).isEmpty();
        assertThat(changed.expires()).isEmpty();
        assertThat(changed.contentType()).isEqualTo("text/y");
        assertThat(read(box, "a")).asString().isEqualTo("hello");
    }

    @Test
    void change_largeObject_staysWhole() {
        StoredObjects box = box();
        byte[] content = random(30);
        box.upload(Uploads.inSegments("big", content, 10));

        box.change("big", ObjectChange.expiresAfter(Duration.ofDays(1)).and(ObjectChange.metadata(Map.of("k", "v"))));

        assertThat(read(box, "big")).isEqualTo(content);
        assertThat(box.get("big").metadata()).isEqualTo(Map.of("k", "v"));
        assertThat(buckets()
                        .objects(box.get("big").bucket() + "_segments")
                        .get(segments(box).get(0))
                        .expires())
                .isPresent();
    }

    @Test
    void delete_smallLargeAndMissing_leavesNothing() {
        StoredObjects box = box();
        box.put("a", Content.of("hello"));
        box.upload(Uploads.inSegments("big", random(30), 10));
        box.put("last", Content.of("hello"));

        assertThat(box.delete("a")).isTrue();
        assertThat(box.delete("a")).isFalse();
        assertThat(box.delete("big")).isTrue();

        assertThat(segments(box)).isEmpty();
        assertThat(box.list().objects()).extracting(StoredObject::name).containsExactly("last");
    }

    @Test
    void temporaryUrl_opensOneObjectForOneUse() {
        StoredObjects box = box();
        String name = "ä b?/c";
        box.put(name, Content.of("hello"));
        URI read = box.temporaryUrl(name, UrlAccess.READ, Duration.ofMinutes(5));
        URI write = box.temporaryUrl(name, UrlAccess.WRITE, Duration.ofMinutes(5));

        assertThat(fetch(read).body()).isEqualTo("hello");
        assertThat(fetch(write).statusCode()).isEqualTo(401);
        HttpRequest put = HttpRequest.newBuilder(write)
                .PUT(BodyPublishers.ofString("bye"))
                .build();
        assertThat(send(put).statusCode()).isEqualTo(201);
        assertThat(read(box, name)).asString().isEqualTo("bye");
        assertThat(fetch(URI.create(read.toString().replace("expires=", "expires=1")))
                        .statusCode())
                .isEqualTo(401);
        assertThatThrownBy(() -> box.temporaryUrl(name, UrlAccess.READ, Duration.ZERO))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void changeAndCopy_headersOfAnotherClient_stay() {
        StoredObjects box = box();
        HttpRequest put = HttpRequest.newBuilder(box.temporaryUrl("a", UrlAccess.WRITE, Duration.ofMinutes(5)))
                .header("Cache-Control", "max-age=60")
                .header("Content-Language", "ko")
                .PUT(BodyPublishers.ofString("hello"))
                .build();
        assertThat(send(put).statusCode()).isEqualTo(201);

        box.change("a", ObjectChange.metadata(Map.of("b", "3")));
        box.copy("a", "c");

        for (String name : List.of("a", "c")) {
            HttpHeaders headers = fetch(box.temporaryUrl(name, UrlAccess.READ, Duration.ofMinutes(5)))
                    .headers();
            assertThat(headers.firstValue("Cache-Control")).contains("max-age=60");
            assertThat(headers.firstValue("Content-Language")).contains("ko");
        }
    }

    @Test
    void temporaryUrl_largeObject_opensItsSegments() {
        StoredObjects box = box();
        box.upload(Uploads.inSegments("big", "hello world".getBytes(StandardCharsets.UTF_8), 6));

        assertThat(fetch(box.temporaryUrl("big", UrlAccess.READ, Duration.ofMinutes(5)))
                        .body())
                .isEqualTo("hello world");
    }

    @Test
    void makePublic_largeObjectsBeforeAndAfter_opensAndClosesThem() {
        StoredObjects box = box();
        byte[] content = "hello world".getBytes(StandardCharsets.UTF_8);
        String bucket = box.upload(Uploads.inSegments("before", content, 6)).bucket();
        URI before = URI.create(buckets().makePublic(bucket).url() + "/before");

        assertThat(fetch(before).body()).isEqualTo("hello world");
        buckets().makePrivate(bucket);
        assertThat(fetch(before).statusCode()).isEqualTo(401);
        assertThat(buckets().get(bucket + "_segments").visibility()).isEqualTo(Visibility.PRIVATE);

        String other = create("other");
        URI after = URI.create(buckets().makePublic(other).url() + "/after");
        buckets().objects(other).upload(Uploads.inSegments("after", content, 6));
        assertThat(fetch(after).body()).isEqualTo("hello world");
    }
}
