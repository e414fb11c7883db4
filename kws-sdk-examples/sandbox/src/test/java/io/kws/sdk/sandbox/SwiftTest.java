package io.kws.sdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.sandbox.Client.Reply;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SwiftTest {
    private static final String HELLO = "5d41402abc4b2a76b9719d911017c592";

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode node = sandbox.node("kws1");
    private final Client client = Client.demo(node);
    private final String account = account();
    private final String box = account + "/box";

    private String account() {
        String project = Client.demo(node)
                .post("/identity/v3/auth/tokens", Client.password("demo", "demo"))
                .string("/token/project/id");
        return "/v1/AUTH_" + project;
    }

    @BeforeEach
    void create() {
        client.put(box, "");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void container_isMadeOnceAndDeletedOnlyEmpty() {
        assertThat(client.put(account + "/new", "").status()).isEqualTo(201);
        assertThat(client.put(account + "/new", "").status()).isEqualTo(202);
        client.put(account + "/new/a", "hello");
        assertThat(client.delete(account + "/new").status()).isEqualTo(409);
        client.delete(account + "/new/a");
        assertThat(client.delete(account + "/new").status()).isEqualTo(204);
        assertThat(client.delete(account + "/new").status()).isEqualTo(404);
    }

    @Test
    void container_metadata_isSetReadAndRemoved() {
        client.send("POST", box, "", "X-Container-Meta-kws-owner", "Jos%C3%A9", "X-Container-Meta-B", "b");
        client.send("POST", box, "", "X-Remove-Container-Meta-B", "x");

        Reply head = client.send("HEAD", box, "");

        assertThat(head.status()).isEqualTo(204);
        assertThat(head.header("X-Container-Meta-Kws-Owner")).isEqualTo("Jos%C3%A9");
        assertThat(head.header("X-Container-Meta-B")).isEmpty();
        assertThat(client.send("POST", account + "/nope", "").status()).isEqualTo(404);
        assertThat(client.send("POST", box, "", "X-Container-Meta-Long", "x".repeat(257))
                        .text())
                .isEqualTo("Metadata value longer than 256: x-container-meta-Long");
    }

    @Test
    void object_anyName_comesBackUnderIt() {
        for (String name : new String[] {"%2E%2E", "a//b/", "dir/%E3%81%82%3F%23%25%20%2B%2F%2Fx", "%F0%9F%98%80"}) {
            assertThat(client.put(box + "/" + name, "hello").status()).isEqualTo(201);
            assertThat(client.get(box + "/" + name).text()).isEqualTo("hello");
        }

        assertThat(client.get(box).text()).isEqualTo("..\na//b/\ndir/あ?#% +//x\n😀\n");
        assertThat(client.put(box + "/%FF", "x").status()).isEqualTo(412);
        assertThat(client.put(box + "/" + "x".repeat(1025), "x").text())
                .isEqualTo("Object name length of 1025 longer than 1024");
    }

    @Test
    void object_checksAndConditions_holdOrRefuse() {
        Reply put = client.put(box + "/a", "hello", "ETag", HELLO);

        assertThat(put.header("Etag")).isEqualTo(HELLO);
        assertThat(client.put(box + "/a", "bye", "ETag", HELLO).status()).isEqualTo(422);
        assertThat(client.put(box + "/a", "bye", "If-None-Match", "*").status()).isEqualTo(412);
        assertThat(client.get(box + "/a").text()).isEqualTo("hello");
        assertThat(client.get(box + "/a", "If-None-Match", HELLO).status()).isEqualTo(304);
        assertThat(client.get(box + "/a", "If-Match", "0").status()).isEqualTo(412);
        assertThat(client.put(account + "/nope/a", "hello").status()).isEqualTo(404);
        assertThat(client.get(box + "/nope").text())
                .isEqualTo("<html><h1>Not Found</h1><p>The resource could not be found.</p></html>");
    }

    @Test
    void object_ranges_areParts() {
        client.put(box + "/a", "hello");

        Reply part = client.get(box + "/a", "Range", "bytes=1-2");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.text()).isEqualTo("el");
        assertThat(part.header("Content-Range")).isEqualTo("bytes 1-2/5");
        assertThat(client.get(box + "/a", "Range", "bytes=-2").text()).isEqualTo("lo");
        assertThat(client.get(box + "/a", "Range", "bytes=3-").text()).isEqualTo("lo");
        assertThat(client.get(box + "/a", "Range", "bytes=10-").status()).isEqualTo(416);
    }

    @Test
    void object_post_replacesMetadata() {
        client.put(box + "/a", "hello", "X-Object-Meta-A", "1", "X-Delete-After", "1000");
        client.send("POST", box + "/a", "", "X-Object-Meta-B", "2");

        Reply head = client.send("HEAD", box + "/a", "");

        assertThat(head.header("X-Object-Meta-A")).isEmpty();
        assertThat(head.header("X-Object-Meta-B")).isEqualTo("2");
        assertThat(head.header("X-Delete-At")).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo("5");
        assertThat(client.put(box + "/a", "x", "X-Delete-At", "5").text()).isEqualTo("X-Delete-At in past");
    }

    @Test
    void listing_isCutAndGrouped() {
        for (String name : new String[] {"a", "b/1", "b/2", "c"}) {
            client.put(box + "/" + name, "hello");
        }

        assertThat(client.get(box + "?delimiter=/").text()).isEqualTo("a\nb/\nc\n");
        assertThat(client.get(box + "?prefix=b/&delimiter=/").text()).isEqualTo("b/1\nb/2\n");
        assertThat(client.get(box + "?limit=2&marker=a").text()).isEqualTo("b/1\nb/2\n");
        assertThat(client.get(box + "?end_marker=b/2&reverse=no").text()).isEqualTo("a\nb/1\n");
        assertThat(client.get(box + "?format=json&delimiter=/").string("/1/subdir"))
                .isEqualTo("b/");
        assertThat(client.get(box + "?format=json").string("/0/hash")).isEqualTo(HELLO);
        assertThat(client.get(box + "?limit=10001").status()).isEqualTo(412);
        assertThat(client.get(account).text()).isEqualTo("box\n");
    }

    @Test
    void copy_takesContentAndMetadata() {
        client.put(box + "/a", "hello", "X-Object-Meta-A", "1");

        client.send("COPY", box + "/a", "", "Destination", "box/b%20b");
        client.put(box + "/c", "", "X-Copy-From", "/box/a", "X-Object-Meta-C", "3");

        assertThat(client.get(box + "/b%20b").text()).isEqualTo("hello");
        assertThat(client.get(box + "/c").header("X-Object-Meta-A")).isEqualTo("1");
        assertThat(client.get(box + "/c").header("X-Object-Meta-C")).isEqualTo("3");
    }

    @Test
    void static_isOneObjectOfItsSegments() {
        client.put(box + "/s1", "hello");
        client.put(box + "/s2", "world");
        Reply put = client.put(
                box + "/big?multipart-manifest=put",
                "[{\"path\":\"/box/s1\",\"etag\":\"" + HELLO + "\"},{\"path\":\"/box/s2\",\"size_bytes\":5}]");

        assertThat(put.header("Etag")).isEqualTo("\"ae802c1f58f394d46485b7da18c56e9b\"");
        assertThat(client.get(box + "/big").text()).isEqualTo("helloworld");
        assertThat(client.get(box + "/big", "Range", "bytes=3-6").text()).isEqualTo("lowo");
        assertThat(client.get(box + "/big?multipart-manifest=get").string("/1/name"))
                .isEqualTo("/box/s2");
        assertThat(client.put(box + "/bad?multipart-manifest=put", "[{\"path\":\"/box/nope\"}]")
                        .text())
                .isEqualTo("Errors:\n/box/nope, 404 Not Found\n");
        assertThat(client.delete(box + "/s1?multipart-manifest=delete", "Accept", "application/json")
                        .text())
                .contains("Not an SLO manifest");
        client.delete(box + "/s2");
        assertThat(client.get(box + "/big").status()).isEqualTo(500);
        assertThat(client.delete(box + "/big?multipart-manifest=delete").text()).contains("Number Deleted: 2");
        assertThat(client.get(box).status()).isEqualTo(204);
    }

    @Test
    void dynamic_isWhatLiesUnderItsPrefix() {
        client.put(box + "/d/1", "hello");
        client.put(box + "/d/2", "world");
        client.put(box + "/all", "", "X-Object-Manifest", "box/d/");

        assertThat(client.get(box + "/all").text()).isEqualTo("helloworld");
        assertThat(client.get(box + "/all").header("Etag")).isEqualTo("\"ae802c1f58f394d46485b7da18c56e9b\"");
    }

    @Test
    void bulkDelete_deletesAndReports() {
        client.put(box + "/a%20b", "hello");
        client.put(box + "/c", "hello");

        Reply some = client.post(account + "?bulk-delete", "box/a%20b\nbox/nope\nbox\n", "Accept", "application/json");
        Reply rest = client.post(account + "?bulk-delete", "box\nbox/c\n", "Accept", "application/json");

        assertThat(some.string("/Response Status")).isEqualTo("400 Bad Request");
        assertThat(some.string("/Errors/0/1")).isEqualTo("409 Conflict");
        assertThat(some.string("/Number Not Found")).isEqualTo("1");
        assertThat(rest.string("/Number Deleted")).isEqualTo("2");
        assertThat(node.leftovers()).isEmpty();
    }

    @Test
    void rights_decideWhoReads() {
        Client nobody = Client.anonymous(node);
        client.put(box + "/a", "hello");
        assertThat(nobody.get(box + "/a").status()).isEqualTo(401);
        assertThat(Client.admin(node).get(box + "/a").status()).isEqualTo(403);

        client.send("POST", box, "", "X-Container-Read", ".r:*,.rlistings");

        assertThat(nobody.get(box + "/a").text()).isEqualTo("hello");
        assertThat(nobody.get(box).text()).isEqualTo("a\n");
        assertThat(nobody.put(box + "/a", "bye").status()).isEqualTo(401);
    }

    @Test
    void temporaryUrl_opensToWhoKnowsIt() throws GeneralSecurityException {
        Client nobody = Client.anonymous(node);
        client.put(box + "/a", "hello", "X-Object-Meta-Secret", "s");
        client.send("POST", box, "", "X-Container-Meta-Temp-URL-Key", "key");
        long end = Instant.now().getEpochSecond() + 60;
        String url = box + "/a?temp_url_expires=" + end + "&temp_url_sig=";
        for (String algorithm : new String[] {"HmacSHA1", "HmacSHA256", "HmacSHA512"}) {
            Reply reply = nobody.get(url + sign(algorithm, "GET\n" + end + "\n" + box + "/a"));
            assertThat(reply.text()).isEqualTo("hello");
            assertThat(reply.header("X-Object-Meta-Secret")).isEmpty();
            assertThat(reply.header("Content-Disposition")).startsWith("attachment; filename=\"a\"");
        }

        assertThat(nobody.get(url + sign("HmacSHA256", "PUT\n" + end + "\n" + box + "/a"))
                        .text())
                .isEqualTo("401 Unauthorized: Temp URL invalid\n");
        assertThat(nobody.put(url + sign("HmacSHA256", "PUT\n" + end + "\n" + box + "/a"), "new")
                        .status())
                .isEqualTo(201);
        assertThat(nobody.get(url.replace(String.valueOf(end), "5") + sign("HmacSHA256", "GET\n5\n" + box + "/a"))
                        .status())
                .isEqualTo(401);
    }

    private static String sign(String algorithm, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec("key".getBytes(StandardCharsets.UTF_8), algorithm));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void leftovers_nameBucketsAndObjects() {
        client.put(box + "/a", "hello");

        assertThat(node.leftovers()).extracting(Leftover::kind).containsExactly("bucket", "object");
    }

    @Test
    void info_needsNoToken() {
        assertThat(Client.anonymous(node).get("/info").at("/tempurl/allowed_digests"))
                .hasSize(3);
    }
}
