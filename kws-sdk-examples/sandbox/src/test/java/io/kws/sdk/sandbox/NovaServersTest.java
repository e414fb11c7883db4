package io.kws.sdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.sandbox.Client.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NovaServersTest {
    private static final String SERVERS = "/compute/v2.1/servers";

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode node = sandbox.node("kws1");
    private final Client client = Client.demo(node);
    private final Lab lab = new Lab(client);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void create_buildsThenIsActive() {
        node.bootTime(Duration.ofMinutes(1));

        Reply created = lab.create("web", "");
        String path = SERVERS + "/" + created.string("/server/id");

        assertThat(created.status()).isEqualTo(202);
        assertThat(created.header("Location")).endsWith(path);
        assertThat(created.string("/server/adminPass")).hasSize(12);
        assertThat(client.get(path).string("/server/status")).isEqualTo("BUILD");
        node.runAhead(Duration.ofMinutes(1));
        Reply active = client.get(path);
        assertThat(active.string("/server/status")).isEqualTo("ACTIVE");
        assertThat(active.string("/server/addresses/private/0/OS-EXT-IPS:type")).isEqualTo("fixed");
        assertThat(active.string("/server/security_groups/0/name")).isEqualTo("default");
    }

    @Test
    void create_noHost_endsAsError() {
        String path = SERVERS + "/" + lab.create("big", "\"flavorRef\": \"9\"").string("/server/id");

        Reply failed =
                client.await(path, reply -> reply.string("/server/status").equals("ERROR"));

        assertThat(failed.string("/server/fault/code")).isEqualTo("500");
        assertThat(failed.string("/server/fault/message")).isEqualTo("No valid host was found. ");
        assertThat(lab.ports()).isEmpty();
    }

    @Test
    void failServers_endsAsErrorWithThatMessage_untilHealed() {
        node.failServers("Out of luck");
        String path = SERVERS + "/" + lab.create("web", "").string("/server/id");

        Reply failed =
                client.await(path, reply -> reply.string("/server/status").equals("ERROR"));
        node.healServers();

        assertThat(failed.string("/server/fault/message")).isEqualTo("Out of luck");
        assertThat(lab.active("ok", "")).isNotEmpty();
    }

    @Test
    void create_badReferences_are400() {
        String other = "4d11f794-e33a-4da3-99fd-959332561cb7";

        assertThat(lab.create("x", "\"flavorRef\": \"77\"").string("/badRequest/message"))
                .isEqualTo("Flavor 77 could not be found.");
        assertThat(lab.create("x", "\"imageRef\": \"" + other + "\"").string("/badRequest/message"))
                .isEqualTo("Can not find requested image");
        assertThat(lab.create("x", "\"networks\": [{\"uuid\": \"" + other + "\"}]")
                        .string("/badRequest/message"))
                .isEqualTo("Network " + other + " could not be found.");
        assertThat(lab.create("x", "\"key_name\": \"no\"").string("/badRequest/message"))
                .isEqualTo("Invalid key_name provided.");
        assertThat(lab.create("x", "\"security_groups\": [{\"name\": \"no\"}]").string("/badRequest/message"))
                .isEqualTo("Unable to find security_group with name or id 'no'");
        assertThat(lab.create("x", "\"bogus\": 1").string("/badRequest/message"))
                .contains("Additional properties are not allowed ('bogus' was unexpected)");
        assertThat(lab.create("x", "\"metadata\": {\"a\": \"" + "x".repeat(256) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(node.leftovers()).isEmpty();
    }

    @Test
    void create_overQuota_is403() {
        node.quota(Quota.INSTANCES, 1);
        lab.create("one", "");

        Reply refused = lab.create("two", "");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.string("/forbidden/message"))
                .isEqualTo("Quota exceeded for instances: Requested 1, but already used 1 of 1 instances");
    }

    @Test
    void create_manyThreads_neverMoreThanTheQuota() {
        List<CompletableFuture<Integer>> all = IntStream.range(0, 30)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> lab.create("s" + i, "").status()))
                .toList();

        assertThat(all.stream().map(CompletableFuture::join).filter(status -> status == 202))
                .hasSize(10);
        assertThat(client.get(SERVERS).at("/servers")).hasSize(10);
    }

    @Test
    void delete_isStillThereForAWhile_thenGoneWithItsPorts() {
        String path = SERVERS + "/" + lab.active("web", "");
        node.settleTime(Duration.ofMinutes(1));

        assertThat(client.delete(path).status()).isEqualTo(204);

        assertThat(client.get(path).string("/server/OS-EXT-STS:task_state")).isEqualTo("deleting");
        assertThat(client.get(path).string("/server/status")).isEqualTo("ACTIVE");
        node.runAhead(Duration.ofMinutes(1));
        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(lab.ports()).isEmpty();
        assertThat(client.delete(path).string("/itemNotFound/message")).endsWith("could not be found.");
    }

    @Test
    void delete_keepsPortsOfTheUser() {
        String port = client.post(
                        "/network/v2.0/ports", "{\"port\": {\"network_id\": \"" + lab.network("private") + "\"}}")
                .string("/port/id");
        String path = SERVERS + "/" + lab.active("web", "\"networks\": [{\"port\": \"" + port + "\"}]");
        assertThat(client.get("/network/v2.0/ports/" + port).string("/port/device_owner"))
                .isEqualTo("compute:nova");

        client.delete(path);
        client.await(path, reply -> reply.status() == 404);

        assertThat(client.get("/network/v2.0/ports/" + port).string("/port/device_id"))
                .isEmpty();
        assertThat(node.leftovers()).extracting(Leftover::kind).containsExactly("port");
    }

    @Test
    void bootFromVolume_volumeGoesWithTheServer() {
        String disk = """
                "imageRef": "", "block_device_mapping_v2": [{"boot_index": 0, "uuid": "%s", "source_type": "image",
                  "destination_type": "volume", "volume_size": 5, "delete_on_termination": true}]
                """.formatted(lab.image("debian-12"));
        String path = SERVERS + "/" + lab.active("web", disk);

        Reply server = client.get(path);
        String volume = server.string("/server/os-extended-volumes:volumes_attached/0/id");

        assertThat(server.at("/server/image").isTextual()).isTrue();
        assertThat(client.get("/volume/v3/volumes/" + volume).string("/volume/status"))
                .isEqualTo("in-use");
        client.delete(path);
        client.await("/volume/v3/volumes/" + volume, reply -> reply.status() == 404);
        assertThat(node.leftovers()).isEmpty();
    }

    @Test
    void list_pages_haveLinksToTheNext() {
        for (int i = 0; i < 5; i++) {
            lab.create("s" + i, "");
        }
        List<String> names = new ArrayList<>();
        String next = SERVERS + "?limit=2";
        while (!next.isEmpty()) {
            Reply page = client.get(next);
            names.addAll(page.at("/servers").findValuesAsText("name"));
            String link = page.string("/servers_links/0/href");
            next = link.isEmpty() ? "" : link.substring(link.indexOf("/compute"));
        }

        assertThat(names).containsExactly("s4", "s3", "s2", "s1", "s0");
        assertThat(client.get(SERVERS + "?marker=nope").status()).isEqualTo(400);
    }

    @Test
    void list_filters() {
        lab.active("web-1", "\"metadata\": {\"kws\": \"1\"}");
        lab.active("db-1", "");

        assertThat(client.get(SERVERS + "?name=%5Eweb").at("/servers")).hasSize(1);
        assertThat(client.get(SERVERS + "?status=ACTIVE").at("/servers")).hasSize(2);
        assertThat(client.get(SERVERS + "?status=ERROR").at("/servers")).isEmpty();
        assertThat(client.get(SERVERS + "?all_tenants=1").status()).isEqualTo(403);
        assertThat(Client.admin(node).get(SERVERS).at("/servers")).isEmpty();
        assertThat(Client.admin(node).get(SERVERS + "?all_tenants=1").at("/servers"))
                .hasSize(2);
    }

    @Test
    void microversion_changesTheAnswer() {
        String path = SERVERS + "/" + lab.active("web", "");

        assertThat(client.get(path).at("/server").has("locked")).isFalse();
        Reply newest = client.get(path, "OpenStack-API-Version", "compute 2.93");
        assertThat(newest.string("/server/flavor/original_name")).isEqualTo("m1.nano");
        assertThat(newest.at("/server/tags").isArray()).isTrue();
        assertThat(newest.header("OpenStack-API-Version")).isEqualTo("compute 2.93");
        Reply tooNew = client.get(path, "X-OpenStack-Nova-API-Version", "2.94");
        assertThat(tooNew.status()).isEqualTo(406);
        assertThat(tooNew.string("/computeFault/message"))
                .isEqualTo("Version 2.94 is not supported by the API. Minimum is 2.1 and maximum is 2.93.");
    }

    @Test
    void metadata_isReadAndWritten() {
        String path = SERVERS + "/" + lab.active("web", "\"metadata\": {\"a\": \"b\"}") + "/metadata";

        assertThat(client.post(path, "{\"metadata\": {\"c\": \"d\"}}").text())
                .isEqualTo("{\"metadata\":{\"a\":\"b\",\"c\":\"d\"}}");
        assertThat(client.put(path + "/e", "{\"meta\": {\"e\": \"f\"}}").status())
                .isEqualTo(200);
        assertThat(client.delete(path + "/a").status()).isEqualTo(204);
        assertThat(client.get(path + "/a").status()).isEqualTo(404);
        assertThat(client.get(path).at("/metadata")).hasSize(2);
    }
}
