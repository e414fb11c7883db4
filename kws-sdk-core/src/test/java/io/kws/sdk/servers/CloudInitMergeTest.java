package io.kws.sdk.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.InvalidRequestException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudInitMergeTest {
    private static final CloudInit OURS = CloudInit.of("#cloud-config\nruncmd: [ours]\n");
    private static final String MERGE = "list(append)+dict(no_replace,recurse_list)+str()";

    private static final String MULTI_PART = """
            From nobody Mon Jan  1 00:00:00 2024
            Content-Type: multipart/mixed;
             boundary="outer"
            MIME-Version: 1.0

            preamble
            --outer
            Content-Type: text/cloud-config; charset="us-ascii"
            X-Merge-Type: dict()
            Content-Disposition: attachment; filename="a.cfg"

            #cloud-config
            runcmd: [theirs]
            --outer
            Content-Type: multipart/mixed; boundary=inner

            --inner
            Content-Type: text/x-shellscript
            Content-Transfer-Encoding: base64

            %s
            --inner
            Content-Type: text/plain; charset="utf-8"
            Content-Transfer-Encoding: quoted-printable

            #!/bin/sh
            echo "=C3=A4" and a long=
             line
            --inner--
            --outer
            Content-Type: application/gzip
            Content-Transfer-Encoding: base64

            %s
            --outer--
            epilogue
            """.formatted(
                    Base64.getEncoder().encodeToString("#!/bin/sh\necho one".getBytes(UTF_8)),
                    Base64.getEncoder().encodeToString(CloudInitGzip.zip("#cloud-boothook\nx".getBytes(UTF_8))));

    private static List<CloudInitPart> parts(CloudInit value) {
        return CloudInitMime.read(value.userData());
    }

    private static List<String> contents(CloudInit value) {
        return parts(value).stream()
                .map(part -> new String(part.content(), UTF_8))
                .toList();
    }

    @Test
    void mergedWith_oneIsNone_isTheOtherAsItIs() {
        CloudInit user = CloudInit.of("#!/bin/sh\n");

        assertThat(user.mergedWith(CloudInit.none())).isSameAs(user);
        assertThat(CloudInit.none().mergedWith(OURS)).isSameAs(OURS);
        assertThat(CloudInit.none().mergedWith(CloudInit.none()).isEmpty()).isTrue();
    }

    @Test
    void mergedWith_two_putsTheUsersFirstAndMarksOurs() {
        CloudInit merged = CloudInit.of("#cloud-config\nruncmd: [theirs]\n").mergedWith(OURS);

        List<CloudInitPart> parts = parts(merged);
        assertThat(contents(merged))
                .containsExactly("#cloud-config\nruncmd: [theirs]\n", "#cloud-config\nruncmd: [ours]\n");
        assertThat(parts).extracting(CloudInitPart::mimeType).containsOnly("text/cloud-config");
        assertThat(parts.get(0).headers()).isEmpty();
        assertThat(parts.get(1).headers()).isEqualTo(Map.of("Merge-Type", MERGE));
    }

    @Test
    void mergedWith_ourMergeTypeGiven_staysAsItIs() {
        CloudInit ours = CloudInit.of("""
                MIME-Version: 1.0
                Content-Type: text/cloud-config
                X-Merge-Type: dict(replace)

                a: 1
                """);

        assertThat(parts(CloudInit.of("#cloud-config\na: 2\n").mergedWith(ours))
                        .get(1)
                        .headers())
                .isEqualTo(Map.of("X-Merge-Type", "dict(replace)"));
    }

    @Test
    void mergedWith_ourScript_getsNoMergeType() {
        assertThat(parts(OURS.mergedWith(CloudInit.of("#!/bin/sh\n"))).get(1).headers())
                .isEmpty();
    }

    @Test
    void mergedWith_multiPart_isFlattenedInOrderWithItsHeaders() {
        CloudInit user = CloudInit.of(MULTI_PART);

        CloudInit merged = user.mergedWith(OURS);

        assertThat(new String(user.userData(), UTF_8)).isEqualTo(MULTI_PART);
        assertThat(contents(merged))
                .containsExactly(
                        "#cloud-config\nruncmd: [theirs]",
                        "#!/bin/sh\necho one",
                        "#!/bin/sh\necho \"ä\" and a long line",
                        "#cloud-boothook\nx",
                        "#cloud-config\nruncmd: [ours]\n");
        assertThat(parts(merged))
                .extracting(CloudInitPart::mimeType)
                .containsExactly(
                        "text/cloud-config",
                        "text/x-shellscript",
                        "text/x-shellscript",
                        "text/cloud-boothook",
                        "text/cloud-config");
        assertThat(parts(merged).get(0).headers())
                .isEqualTo(Map.of("X-Merge-Type", "dict()", "Content-Disposition", "attachment; filename=\"a.cfg\""));
        assertThat(new String(merged.userData(), UTF_8)).containsOnlyOnce("multipart/");
    }

    @Test
    void mergedWith_multiPartWithCarriageReturns_isRead() {
        assertThat(CloudInit.of(MULTI_PART.replace("\n", "\r\n")).mergedWith(OURS))
                .asString()
                .contains("x-shellscript")
                .endsWith("text/cloud-config 29 bytes]");
    }

    @Test
    void mergedWith_gzip_isUnzippedFirst() {
        CloudInit user = CloudInit.of(CloudInitGzip.zip("#!/bin/sh\n".getBytes(UTF_8)));

        assertThat(contents(user.mergedWith(OURS)).get(0)).isEqualTo("#!/bin/sh\n");
    }

    @Test
    void mergedWith_anyContent_comesBackByteForByte() {
        for (String tail : List.of(
                "",
                "\n",
                "\n\n",
                "no newline",
                "ä€😀\n",
                "\r\n",
                "--kws\n--\n",
                "From me\n",
                "x".repeat(5000),
                "\t\0")) {
            String script = "#!/bin/sh\n" + tail;

            assertThat(contents(CloudInit.of(script).mergedWith(OURS)).get(0)).isEqualTo(script);
        }
    }

    @Test
    void mergedWith_nonAscii_isSevenBitOnTheWire() {
        byte[] data = CloudInit.of("#!/bin/sh\necho ä\n").mergedWith(OURS).userData();

        assertThat(US_ASCII.newEncoder().canEncode(new String(data, UTF_8))).isTrue();
    }

    @Test
    void mergedWith_sameInput_givesSameBytes() {
        assertThat(CloudInit.of("#!/bin/sh\n").mergedWith(OURS))
                .isEqualTo(CloudInit.of("#!/bin/sh\n").mergedWith(OURS))
                .isNotEqualTo(CloudInit.of("#!/bin/sh \n").mergedWith(OURS));
    }

    @Test
    void mergedWith_twice_staysFlat() {
        CloudInit merged = CloudInit.of("#!/bin/sh\n").mergedWith(OURS).mergedWith(CloudInit.of("#!/bin/ash\n"));

        assertThat(contents(merged)).containsExactly("#!/bin/sh\n", "#cloud-config\nruncmd: [ours]\n", "#!/bin/ash\n");
    }

    @Test
    void mergedWith_usersValueWhereOursIsAList_throwsAsCloudInitWouldDropOne() {
        for (String user : List.of("runcmd:", "runcmd: x")) {
            CloudInit value = CloudInit.of("#cloud-config\n" + user + "\n");

            assertThatThrownBy(() -> value.mergedWith(OURS))
                    .isInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("\"runcmd\"");
        }
    }

    @Test
    void of_brokenYamlInMultiPart_namesPartAndPlace() {
        String broken = MULTI_PART.replace("runcmd: [theirs]", "runcmd: [theirs");

        assertThatThrownBy(() -> CloudInit.of(broken))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContainingAll("part 1", "line 2")
                .hasMessageNotContaining("theirs");
    }

    @Test
    void of_multiPartWithoutParts_throws() {
        assertThatThrownBy(() -> CloudInit.of("MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--y\n"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("no parts");
        assertThatThrownBy(() -> CloudInit.of("MIME-Version: 1.0\nContent-Type: multipart/mixed\n\n--y\n"))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("boundary");
    }
}
