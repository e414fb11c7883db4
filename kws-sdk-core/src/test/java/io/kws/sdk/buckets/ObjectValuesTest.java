package io.kws.sdk.buckets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.driver.values.ChangedObject;
import io.kws.sdk.driver.values.StoredObjectValue;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.transfers.Content;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectValuesTest {
    private static final long GIB = 1L << 30;

    @TempDir
    Path folder;

    private static UploadSpec.Options upload(Content content) {
        return UploadSpec.builder().name("a").content(content);
    }

    private static StoredObject object() {
        return StoredObjectValue.builder()
                .bucket("box")
                .name("a")
                .bytes(5)
                .etag("0")
                .contentType("text/plain")
                .modified(Instant.EPOCH)
                .metadata(Map.of("a", "1", "b", "2"))
                .build();
    }

    @Test
    void segmentBytes_byDefault_letsAnyContentFitIntoAThousand() {
        InputStream none = InputStream.nullInputStream();

        assertThat(upload(Content.of("hello")).build().segmentBytes()).isEqualTo(GIB);
        assertThat(upload(Content.of(none)).build().segmentBytes()).isEqualTo(GIB);
        assertThat(upload(Content.of(none, 3000 * GIB)).build().segmentBytes()).isEqualTo(3 * GIB + 1);
        assertThatThrownBy(() -> upload(Content.of(none, 6000 * GIB)).build())
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void upload_valuesOutOfLimits_areRefused() {
        assertThatThrownBy(() ->
                        upload(Content.of("")).metadata(Map.of("Upper", "x")).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(
                        "the metadata key \"Upper\" is not allowed: 1 to 128 lower-case letters, digits and hyphens");
        assertThatThrownBy(
                        () -> upload(Content.of("")).expiresAfter(Duration.ZERO).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("expiry of an object must be after 1 s to 100 years, was 0 s");
        assertThatThrownBy(() -> upload(Content.of("")).segmentBytes(0).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("segment size must be 1 byte to 5 GiB, was 0 bytes");
    }

    @Test
    void download_fileThatCannotBe_isRefused() {
        assertThatThrownBy(() -> DownloadSpec.builder().name("a").file(folder).build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage(folder + " is a folder; name a file");
        assertThatThrownBy(() -> DownloadSpec.builder()
                        .name("a")
                        .file(folder.resolve("no/file"))
                        .build())
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("there is no folder " + folder.resolve("no"));
    }

    private static StoredObject changed(StoredObject object, ObjectChange change) {
        return ChangedObject.of(object, change, Instant.now());
    }

    @Test
    void change_severalThings_keepsTheRest() {
        StoredObject changed = changed(
                object(), ObjectChange.metadata(Map.of("b", "3", "c", "4")).and(ObjectChange.contentType("text/x")));

        assertThat(changed.metadata()).isEqualTo(Map.of("a", "1", "b", "3", "c", "4"));
        assertThat(changed.contentType()).isEqualTo("text/x");
        assertThat(changed.expires()).isEmpty();
        assertThat(changed.bytes()).isEqualTo(5);
        assertThat(changed(changed, ObjectChange.noMetadata()).metadata()).isEmpty();
    }

    @Test
    void change_expiry_comesAndGoes() {
        StoredObject expiring = changed(object(), ObjectChange.expiresAfter(Duration.ofDays(1)));

        assertThat(expiring.expires().orElseThrow())
                .isBetween(Instant.now().plusSeconds(86_000), Instant.now().plusSeconds(86_400));
        assertThat(changed(expiring, ObjectChange.metadata(Map.of())).expires()).isEqualTo(expiring.expires());
        assertThat(changed(expiring, ObjectChange.neverExpires()).expires()).isEmpty();
        assertThatThrownBy(() -> ObjectChange.expiresAfter(Duration.ofMillis(1)))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void range_thatCannotBe_isRefused() {
        assertThat(ByteRange.from(5).fromByte()).isEqualTo(5);
        assertThatThrownBy(() -> ByteRange.from(-1)).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> new ByteRange(0, 0))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessage("a range of 0 bytes from byte 0 cannot be");
        assertThatThrownBy(() -> new ByteRange(2, Long.MAX_VALUE)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void query_folder_endsWithASlash() {
        assertThat(ObjectQuery.folder("a")).isEqualTo(new ObjectQuery("a/", "/"));
        assertThat(ObjectQuery.folder("a/")).isEqualTo(new ObjectQuery("a/", "/"));
        assertThat(ObjectQuery.folder("")).isEqualTo(new ObjectQuery("", "/"));
    }
}
