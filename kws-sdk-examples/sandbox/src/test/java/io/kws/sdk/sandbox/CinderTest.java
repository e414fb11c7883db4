package io.kws.sdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.sandbox.Client.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CinderTest {
    private static final String VOLUMES = "/volume/v3/volumes";

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode node = sandbox.node("kws1");
    private final Client client = Client.demo(node);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private String available(String spec) {
        Reply made = client.post(VOLUMES, "{\"volume\": " + spec + "}");
        String path = VOLUMES + "/" + made.string("/volume/id");
        client.await(path, reply -> reply.string("/volume/status").equals("available"));
        return path;
    }

    @Test
    void create_becomesAvailable_deleteGoesAway() {
        Reply made = client.post(VOLUMES, "{\"volume\": {\"size\": 1, \"name\": \"v\", \"metadata\": {\"a\": \"b\"}}}");
        String path = VOLUMES + "/" + made.string("/volume/id");

        assertThat(made.status()).isEqualTo(202);
        assertThat(made.string("/volume/status")).isEqualTo("creating");
        client.await(path, reply -> reply.string("/volume/status").equals("available"));
        assertThat(client.delete(path).status()).isEqualTo(202);
        client.await(path, reply -> reply.status() == 404);
        assertThat(node.leftovers()).isEmpty();
    }

    @Test
    void bothFormsOfThePath_showTheSame() {
        available("{\"size\": 1}");
        String project = client.get("/identity/v3/auth/projects").string("/projects/0/id");

        Reply with = client.get("/volume/v3/" + project + "/volumes/detail");
        assertThat(with.at("/volumes")).hasSize(1);
        assertThat(with.string("/volumes/0/links/0/href")).contains("/volume/v3/" + project + "/volumes/");
        assertThat(client.get(VOLUMES + "/detail").at("/volumes")).hasSize(1);
        assertThat(client.get("/volume/v3/someoneelse/volumes").status()).isEqualTo(400);
    }

    @Test
    void create_overQuota_is413() {
        Reply big = client.post(VOLUMES, "{\"volume\": {\"size\": 60}}");
        node.quota(Quota.VOLUMES, 0);
        Reply many = client.post(VOLUMES, "{\"volume\": {\"size\": 1}}");

        assertThat(big.status()).isEqualTo(413);
        assertThat(big.string("/overLimit/retryAfter")).isEqualTo("0");
        assertThat(big.string("/overLimit/message")).contains("Requested 60G, quota is 50G and 0G has been consumed.");
        assertThat(many.string("/overLimit/message")).startsWith("VolumeLimitExceeded");
    }

    @Test
    void create_badReferences() {
        assertThat(client.post(VOLUMES, "{\"volume\": {\"size\": 0}}").status()).isEqualTo(400);
        assertThat(client.post(VOLUMES, "{\"volume\": {\"size\": 1, \"imageRef\": \"no\"}}")
                        .status())
                .isEqualTo(400);
        assertThat(client.post(VOLUMES, "{\"volume\": {\"size\": 1, \"snapshot_id\": \"no\"}}")
                        .status())
                .isEqualTo(404);
        assertThat(client.get(VOLUMES + "/no").string("/itemNotFound/message"))
                .isEqualTo("Volume no could not be found.");
    }

    @Test
    void fromImage_isBootable() {
        String path = available("{\"size\": 2, \"imageRef\": \"" + new Lab(client).image("debian-12") + "\"}");

        assertThat(client.get(path).string("/volume/bootable")).isEqualTo("true");
    }

    @Test
    void snapshot_holdsItsVolume() {
        String path = available("{\"size\": 1}");
        String volume = path.replaceFirst(".*/", "");
        Reply made = client.post(
                "/volume/v3/snapshots", "{\"snapshot\": {\"volume_id\": \"" + volume + "\", \"name\": \"s\"}}");
        String snapshot = "/volume/v3/snapshots/" + made.string("/snapshot/id");

        client.await(snapshot, reply -> reply.string("/snapshot/status").equals("available"));
        assertThat(client.delete(path).status()).isEqualTo(400);
        assertThat(client.delete(snapshot).status()).isEqualTo(202);
        client.await(snapshot, reply -> reply.status() == 404);
        assertThat(client.delete(path).status()).isEqualTo(202);
    }

    @Test
    void extend_growsOnly() {
        String path = available("{\"size\": 1}");

        assertThat(client.post(path + "/action", "{\"os-extend\": {\"new_size\": 2}}")
                        .status())
                .isEqualTo(202);
        client.await(path, reply -> reply.string("/volume/size").equals("2"));
        assertThat(client.post(path + "/action", "{\"os-extend\": {\"new_size\": 1}}")
                        .status())
                .isEqualTo(400);
    }
}
