package io.kws.sdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.sandbox.Client.Reply;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GlanceTest {
    private static final String IMAGES = "/image/v2/images";
    private static final String[] BYTES = {"Content-Type", "application/octet-stream"};
    private static final String[] PATCH = {"Content-Type", "application/openstack-images-v2.1-json-patch"};

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode node = sandbox.node("kws1");
    private final Client client = Client.demo(node);
    private final Lab lab = new Lab(client);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String create(String name) {
        return IMAGES + "/"
                + client.post(
                                IMAGES,
                                "{\"name\": \"" + name
                                        + "\", \"disk_format\": \"raw\", \"container_format\": \"bare\"}")
                        .string("/id");
    }

    @Test
    void list_pagesOf25() {
        for (int i = 0; i < 30; i++) {
            create("i" + i);
        }
        List<String> names = new ArrayList<>();
        for (String next = IMAGES; !next.isEmpty(); ) {
            Reply page = client.get(next);
            names.addAll(page.at("/images").findValuesAsText("name"));
            next = page.json().has("next") ? "/image" + page.string("/next") : "";
        }

        assertThat(client.get(IMAGES).at("/images")).hasSize(25);
        assertThat(names).hasSize(33).startsWith("i29").endsWith("cirros").doesNotHaveDuplicates();
    }

    @Test
    void list_filters() {
        assertThat(client.get(IMAGES + "?name=debian-12").at("/images")).hasSize(1);
        assertThat(client.get(IMAGES + "?os_distro=ubuntu").string("/images/0/name"))
                .isEqualTo("ubuntu-22.04");
        assertThat(client.get(IMAGES + "?visibility=private").at("/images")).isEmpty();
        assertThat(client.get(IMAGES + "?sort_key=bogus").status()).isEqualTo(400);
    }

    @Test
    void upload_onceOnly_thenDownload() {
        String path = create("mine");

        assertThat(client.get(path + "/file").status()).isEqualTo(204);
        assertThat(client.put(path + "/file", "hello", BYTES).status()).isEqualTo(204);
        assertThat(client.put(path + "/file", "hello", BYTES).text())
                .contains("Image status transition from active to saving is not allowed");
        Reply file = client.get(path + "/file");
        assertThat(file.text()).isEqualTo("hello");
        assertThat(file.header("Content-MD5")).isEqualTo("5d41402abc4b2a76b9719d911017c592");
        assertThat(client.get(path).string("/size")).isEqualTo("5");
    }

    @Test
    void upload_large_comesBackWhole() {
        String path = create("large");
        String bytes = "0123456789abcdef".repeat(200_000);

        client.put(path + "/file", bytes, BYTES);

        assertThat(client.get(path).string("/size")).isEqualTo("3200000");
        assertThat(client.get(path + "/file").text()).isEqualTo(bytes);
    }

    @Test
    void patch_changesAndRefuses() {
        String path = create("mine");

        Reply renamed = client.send(
                "PATCH",
                path,
                "[{\"op\":\"replace\",\"path\":\"/name\",\"value\":\"ours\"},{\"op\":\"add\",\"path\":\"/kws\",\"value\":\"1\"}]",
                PATCH);
        assertThat(renamed.string("/name")).isEqualTo("ours");
        assertThat(renamed.string("/kws")).isEqualTo("1");
        assertThat(client.send("PATCH", path, "[]").status()).isEqualTo(415);
        assertThat(client.send("PATCH", path, "[{\"op\":\"replace\",\"path\":\"/status\",\"value\":\"x\"}]", PATCH)
                        .status())
                .isEqualTo(403);
        assertThat(client.send(
                                "PATCH",
                                path,
                                "[{\"op\":\"replace\",\"path\":\"/visibility\",\"value\":\"public\"}]",
                                PATCH)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void delete_ofOthersOrProtected_is403() {
        String path = create("mine");
        client.send("PATCH", path, "[{\"op\":\"replace\",\"path\":\"/protected\",\"value\":true}]", PATCH);

        assertThat(client.delete(path).status()).isEqualTo(403);
        assertThat(client.delete(IMAGES + "/" + lab.image("cirros")).text()).contains("You do not own this image");
    }

    @Test
    void errors_areHtml() {
        Reply missing = client.get(IMAGES + "/nope");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).startsWith("text/html");
        assertThat(missing.text()).contains("No image found with ID nope");
    }

    @Test
    void server_fromQueuedImage_is400() {
        String id = create("empty").replaceFirst(".*/", "");

        assertThat(lab.create("x", "\"imageRef\": \"" + id + "\"").string("/badRequest/message"))
                .isEqualTo("Image " + id + " is not active.");
    }
}
