package io.kws.sdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.sandbox.Client.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZunTest {
    private static final String CONTAINERS = "/container/v1/containers";
    private static final String[] NEWEST = {"OpenStack-API-Version", "container 1.40"};

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode node = sandbox.node("kws1");
    private final Client client = Client.demo(node);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Reply create(String fields) {
        return client.post(CONTAINERS, "{\"image\": \"nginx\", " + fields + "}", NEWEST);
    }

    private String run(String fields, String status) {
        Reply made = client.post(CONTAINERS + "?run=true", "{\"image\": \"nginx\", " + fields + "}", NEWEST);
        String path = CONTAINERS + "/" + made.string("/uuid");
        await(path, status);
        return path;
    }

    private Reply await(String path, String status) {
        return client.await(
                path,
                reply -> reply.string("/status").equals(status)
                        && reply.at("/task_state").isNull());
    }

    @Test
    void run_becomesRunning_deleteGoesAway() {
        node.bootTime(Duration.ofMinutes(1));
        Reply made = client.post(CONTAINERS + "?run=true", "{\"image\": \"nginx\", \"name\": \"web-1\"}", NEWEST);
        String path = CONTAINERS + "/" + made.string("/uuid");

        assertThat(made.status()).isEqualTo(202);
        assertThat(made.string("/status")).isEqualTo("Creating");
        assertThat(made.header("Location")).endsWith("/v1/containers/" + made.string("/uuid"));
        assertThat(client.delete(path + "?stop=true", NEWEST).status()).isEqualTo(409);
        node.runAhead(Duration.ofMinutes(2));
        assertThat(await(path, "Running").at("/addresses")).hasSize(1);
        assertThat(node.leftovers()).extracting(Leftover::kind).containsExactly("container");
        assertThat(client.delete(path, NEWEST).status()).isEqualTo(409);
        assertThat(client.delete(path + "?stop=true", NEWEST).status()).isEqualTo(204);
        client.await(path, reply -> reply.status() == 404);
        assertThat(node.leftovers()).isEmpty();
    }

    @Test
    void create_exposedPorts_haveASecurityGroupUntilTheEnd() {
        String path = run("\"name\": \"web-1\", \"exposed_ports\": {\"80\": {}, \"53/udp\": {}}", "Running");

        assertThat(client.get(path).at("/ports")).hasSize(2);
        assertThat(client.get("/network/v2.0/security-groups").text()).contains("zun-");
        client.delete(path + "?stop=true", NEWEST);
        client.await(path, reply -> reply.status() == 404);
        assertThat(client.get("/network/v2.0/security-groups").text()).doesNotContain("zun-");
        assertThat(client.get("/network/v2.0/ports?device_owner=compute:kuryr").at("/ports"))
                .isEmpty();
    }

    @Test
    void create_notStarted_staysCreatedUntilItIs() {
        String path = CONTAINERS + "/" + create("\"name\": \"web-1\"").string("/uuid");
        await(path, "Created");

        Reply started = client.post(path + "/start", "");

        assertThat(started.status()).isEqualTo(202);
        assertThat(started.text()).isEqualTo("null");
        await(path, "Running");
        assertThat(client.post(path + "/start", "").string("/errors/0/detail")).endsWith("in Running state");
    }

    @Test
    void stopPauseAndReboot_leadToTheirStates() {
        String path = run("\"name\": \"web-1\"", "Running");

        client.post(path + "/pause", "");
        await(path, "Paused");
        assertThat(client.delete(path + "?stop=true", NEWEST).status()).isEqualTo(409);
        client.post(path + "/unpause", "");
        await(path, "Running");
        client.post(path + "/stop?timeout=10", "");
        await(path, "Stopped");
        client.post(path + "/reboot", "");
        await(path, "Running");
    }

    @Test
    void run_commandEnds_isStoppedWithItsCodeAndLog() {
        String path =
                run("\"command\": [\"sh\", \"-c\", \"echo $A; exit 3\"], \"environment\": {\"A\": \"b\"}", "Stopped");

        Reply ended = client.await(path, reply -> !reply.at("/status_detail").isNull());
        assertThat(ended.string("/status_detail")).startsWith("Exited(3) ");
        assertThat(client.get(path + "/logs?tail=1").json().asText()).isEqualTo("b\n");
    }

    @Test
    void run_restartsOnFailure_soOftenAndNoMore() {
        String path = run(
                "\"command\": [\"sh\", \"-c\", \"echo again; exit 1\"],"
                        + "\"restart_policy\": {\"Name\": \"on-failure\", \"MaximumRetryCount\": \"1\"}",
                "Stopped");

        assertThat(client.get(path + "/logs").json().asText()).isEqualTo("again\nagain\n");
    }

    @Test
    void run_imageUnknown_endsInErrorAndCanBeDeleted() {
        Reply made = client.post(CONTAINERS, "{\"image\": \"no/such\"}", NEWEST);
        String path = CONTAINERS + "/" + made.string("/uuid");

        assertThat(made.status()).isEqualTo(202);
        assertThat(await(path, "Error").string("/status_reason")).contains("pull access denied for no/such");
        assertThat(client.delete(path).status()).isEqualTo(204);
        client.await(path, reply -> reply.status() == 404);
    }

    @Test
    void create_noHost_isInErrorAtOnce() {
        node.failContainers("There are not enough hosts available.");

        Reply made = create("\"name\": \"web-1\"");

        assertThat(made.status()).isEqualTo(202);
        assertThat(made.string("/status")).isEqualTo("Error");
        node.healContainers();
        run("\"name\": \"web-2\"", "Running");
    }

    @Test
    void create_overQuota_isForbidden() {
        node.quota(Quota.CONTAINERS, 0);
        node.quota(Quota.CONTAINER_CPUS, 1);

        Reply refused = create("\"cpu\": 2");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.string("/errors/0/detail")).isEqualTo("Quota exceeded for resources: ['containers', 'cpu']");
        assertThat(refused.string("/errors/0/code")).isEqualTo("container.over-quota");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"name\": \"w\"', 400",
        "'\"memory\": 1', 400",
        "'\"cpu\": 99', 400",
        "'\"command\": \"sh\"', 400",
        "'\"environment\": {\"A\": 1}', 400",
        "'\"restart_policy\": {\"Name\": \"often\"}', 400",
        "'\"exposed_ports\": {\"80/sctp\": {}}', 400",
        "'\"surprise\": 1', 400",
        "'\"nets\": [{\"network\": \"nowhere\"}]', 404",
        "'\"nets\": [{\"network\": \"public\"}]', 403"
    })
    void create_badRequest_isRefused(String fields, int status) {
        assertThat(create(fields).status()).isEqualTo(status);
        assertThat(node.leftovers()).isEmpty();
    }

    @Test
    void microversion_outOfRangeOrTooOld_isRefused() {
        Reply beyond = client.get(CONTAINERS, "OpenStack-API-Version", "container 1.41");
        Reply other = client.get(CONTAINERS, "OpenStack-API-Version", "compute 2.1");
        Reply tooOld = client.post(CONTAINERS, "{\"image\": \"nginx\", \"exposed_ports\": {}}");

        assertThat(beyond.status()).isEqualTo(406);
        assertThat(beyond.header("OpenStack-API-Maximum-Version")).isEqualTo("container 1.40");
        assertThat(other.status()).isEqualTo(406);
        assertThat(tooOld.string("/errors/0/detail")).contains("only supported from version 1.24");
    }

    @Test
    void list_byNameAndPage_givesThose() {
        run("\"name\": \"web-1\"", "Running");
        run("\"name\": \"web-2\"", "Running");

        assertThat(client.get(CONTAINERS + "?name=web-1").at("/containers")).hasSize(1);
        assertThat(client.get(CONTAINERS + "?name=web").at("/containers")).isEmpty();
        Reply first = client.get(CONTAINERS + "?limit=1");
        assertThat(first.at("/containers")).hasSize(1);
        String next = first.string("/next").replaceFirst(".*/v1/", "/container/v1/");
        assertThat(client.get(next).string("/containers/0/name")).isEqualTo("web-2");
        assertThat(client.get(CONTAINERS).at("/next").isNull()).isTrue();
        assertThat(client.get(CONTAINERS + "?colour=red").status()).isEqualTo(400);
    }

    @Test
    void others_administratorSeesAndForces() {
        node.bootTime(Duration.ofMinutes(1));
        String path = CONTAINERS + "/" + create("\"name\": \"web-1\"").string("/uuid");
        Client admin = Client.admin(node);

        assertThat(client.delete(path + "?force=true", NEWEST).status()).isEqualTo(403);
        assertThat(client.get(CONTAINERS + "?all_projects=1").status()).isEqualTo(403);
        assertThat(admin.get(CONTAINERS).at("/containers")).isEmpty();
        assertThat(admin.get(CONTAINERS + "?all_projects=1").at("/containers")).hasSize(1);
        assertThat(admin.delete(path + "?force=true", NEWEST).status()).isEqualTo(204);
        node.runAhead(Duration.ofMinutes(2));
        client.await(path, reply -> reply.status() == 404);
    }

    @Test
    void name_ofSeveral_isAConflict() {
        create("\"name\": \"web-1\"");
        create("\"name\": \"web-1\"");

        assertThat(client.get(CONTAINERS + "/web-1").status()).isEqualTo(409);
    }
}
