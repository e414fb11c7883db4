package io.kws.sdk.servers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.InvalidRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CloudInitTest {
    private static final String CONFIG = "#cloud-config\npackages: [nginx]\n";
    private static final String SCRIPT = "#!/bin/sh\necho hällo\n";

    private static String text(CloudInit value) {
        return new String(value.userData(), UTF_8);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String text) {
        return assertThatThrownBy(() -> CloudInit.of(text)).isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void of_onePart_isKeptByteForByte() {
        for (String text : List.of(
                CONFIG,
                SCRIPT,
                "\n #Cloud-Config\na: 1",
                "#include\nhttp://a/b",
                "#include-once\nhttp://a/b",
                "#cloud-boothook\n#!/bin/sh",
                "## template: jinja\n#cloud-config\n{% if x %}\na: {{ b }}",
                "#cloud-config-archive\n- '#!/bin/sh'",
                "#cloud-config-jsonp\n[]",
                "#part-handler\nimport x")) {
            assertThat(text(CloudInit.of(text))).isEqualTo(text);
        }
    }

    @Test
    void of_blank_isNone() {
        assertThat(CloudInit.of(" \n")).isEqualTo(CloudInit.none());
        assertThat(CloudInit.of(new byte[0]).isEmpty()).isTrue();
        assertThat(CloudInit.none().userData()).isEmpty();
        assertThat(CloudInit.none().toBase64()).isEmpty();
    }

    @Test
    void of_firstLineUnknown_tellsWhichAreAccepted() {
        assertRefused("packages: [topsecret]\n")
                .hasMessageContainingAll("#cloud-config", "#!/bin/sh", "## template: jinja", "MIME")
                .hasMessageNotContaining("topsecret");
        assertRefused("# cloud-config\na: 1").hasMessageContaining("#cloud-config");
    }

    @Test
    void of_brokenYaml_tellsPlaceButNoContent() {
        assertRefused("#cloud-config\na: geheim\n b: [\n")
                .hasMessageContaining("line 3, column 3")
                .hasMessageNotContaining("geheim")
                .hasNoCause();
    }

    @Test
    void of_keyTwice_throws() {
        assertRefused("#cloud-config\nruncmd: [a]\nruncmd: [b]\n").hasMessageContainingAll("twice", "line 3, column 1");
    }

    @Test
    void of_yamlButNoMapping_throws() {
        assertRefused("#cloud-config\n- a\n").hasMessageContaining("must be a mapping");
    }

    @Test
    void of_notUtf8_throws() {
        assertThatThrownBy(() -> CloudInit.of("#cloud-config\na: \u00e4".getBytes(ISO_8859_1)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void of_unknownKeys_areLeftToCloudInit() {
        assertThat(CloudInit.of("#cloud-config\nwhatever: 1\n").isEmpty()).isFalse();
    }

    @Test
    void of_gzip_isKeptPackedButChecked() {
        byte[] zipped = CloudInitGzip.zip(CONFIG.getBytes(UTF_8));

        assertThat(CloudInit.of(zipped).userData()).isEqualTo(zipped);
        assertThatThrownBy(() -> CloudInit.of(CloudInitGzip.zip("#cloud-config\n[".getBytes(UTF_8))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void of_brokenGzip_throws() {
        assertThatThrownBy(() -> CloudInit.of(new byte[] {0x1f, (byte) 0x8b, 8, 0}))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("gzip");
    }

    @Test
    void of_mentionsMimeVersion_isWrappedSoThatCloudInitIsNotMisled() {
        String script = "#!/bin/sh\nprintf 'MIME-Version: 1.0\\n' >/tmp/mail\n";

        byte[] data = CloudInit.of(script).userData();

        assertThat(CloudInitMime.read(data)).singleElement().satisfies(part -> {
            assertThat(part.mimeType()).isEqualTo("text/x-shellscript");
            assertThat(new String(part.content(), UTF_8)).isEqualTo(script);
        });
    }

    @Test
    void read_file_readsItAndNamesItInErrors(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("user.yaml"), CONFIG);
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "#cloud-config\n[");

        assertThat(CloudInit.read(file)).isEqualTo(CloudInit.of(CONFIG));
        assertThatThrownBy(() -> CloudInit.read(broken)).hasMessageContainingAll("broken.yaml", "line 2");
        assertThatThrownBy(() -> CloudInit.read(folder.resolve("gone")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("gone does not exist");
    }

    @Test
    void toString_always_showsKindsAndSizesOnly() {
        assertThat(CloudInit.of(CONFIG).mergedWith(CloudInit.of(SCRIPT)))
                .hasToString("CloudInit[text/cloud-config 32 bytes, text/x-shellscript 22 bytes]");
        assertThat(CloudInit.none()).hasToString("CloudInit[none]");
    }

    @Test
    void toBase64_fits_isPlain() {
        assertThat(Base64.getDecoder().decode(CloudInit.of(CONFIG).toBase64())).isEqualTo(CONFIG.getBytes(UTF_8));
    }

    @Test
    void toBase64_exactlyAtTheLimit_isPlainAndOneMoreIsPacked() {
        String fits = "#!" + "a".repeat(49149 - 2);

        assertThat(CloudInit.of(fits).toBase64()).hasSize(65532).startsWith("IyFh");
        byte[] packed = Base64.getDecoder().decode(CloudInit.of(fits + "aaa").toBase64());
        assertThat(new String(CloudInitGzip.unzip(packed), UTF_8)).isEqualTo(fits + "aaa");
        assertThat(packed.length).isLessThan(1000);
    }

    @Test
    void toBase64_tooLongEvenPacked_throwsWithTheLimit() {
        byte[] noise = new byte[60_000];
        new Random(1).nextBytes(noise);
        CloudInit large = CloudInit.of("#!/bin/sh\n: " + Base64.getEncoder().encodeToString(noise));

        assertThatThrownBy(large::toBase64)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("65535");
    }
}
