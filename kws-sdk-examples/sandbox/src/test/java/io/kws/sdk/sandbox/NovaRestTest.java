package io.kws.sdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.sandbox.Client.Reply;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NovaRestTest {
    private static final String KEYPAIRS = "/compute/v2.1/os-keypairs";

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode node = sandbox.node("kws1");
    private final Client client = Client.demo(node);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void flavors_inPages() {
        Reply page = client.get("/compute/v2.1/flavors/detail?limit=4");

        assertThat(page.at("/flavors").findValuesAsText("name"))
                .containsExactly("m1.nano", "m1.tiny", "m1.small", "m1.medium");
        assertThat(page.string("/flavors_links/0/href")).endsWith("?limit=4&marker=4");
        assertThat(client.get("/compute/v2.1/flavors/nope").string("/itemNotFound/message"))
                .isEqualTo("Flavor nope could not be found.");
    }

    @Test
    void keypair_generated_isShownOnceWithItsPrivateHalf() {
        Reply made = client.post(KEYPAIRS, "{\"keypair\": {\"name\": \"k\"}}");

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.string("/keypair/private_key")).startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
        assertThat(made.string("/keypair/fingerprint")).matches("([0-9a-f]{2}:){15}[0-9a-f]{2}");
        assertThat(client.get(KEYPAIRS + "/k").text()).doesNotContain("PRIVATE");
        assertThat(client.delete(KEYPAIRS + "/k").status()).isEqualTo(202);
        assertThat(client.delete(KEYPAIRS + "/k").status()).isEqualTo(404);
    }

    @Test
    void keypair_generated_has2048Bits() {
        for (int i = 0; i < 20; i++) {
            String key = client.post(KEYPAIRS, "{\"keypair\": {\"name\": \"k" + i + "\"}}")
                    .string("/keypair/public_key");
            ByteBuffer blob = ByteBuffer.wrap(Base64.getDecoder().decode(key.split(" ", -1)[1]));

            assertThat(field(blob)).asString().isEqualTo("ssh-rsa");
            BigInteger exponent = new BigInteger(field(blob));
            BigInteger modulus = new BigInteger(field(blob));
            assertThat(exponent.testBit(0)).isTrue();
            assertThat(modulus.bitLength()).isEqualTo(2048);
        }
    }

    private static byte[] field(ByteBuffer blob) {
        byte[] field = new byte[blob.getInt()];
        blob.get(field);
        return field;
    }

    @Test
    void keypair_twice_is409_andInvalid_is400() {
        client.post(KEYPAIRS, "{\"keypair\": {\"name\": \"k\"}}");

        assertThat(client.post(KEYPAIRS, "{\"keypair\": {\"name\": \"k\"}}").string("/conflictingRequest/message"))
                .isEqualTo("Key pair 'k' already exists.");
        assertThat(client.post(KEYPAIRS, "{\"keypair\": {\"name\": \"l\", \"public_key\": \"garbage\"}}")
                        .string("/badRequest/message"))
                .isEqualTo("Keypair data is invalid: failed to generate fingerprint");
    }

    @Test
    void keypair_since22_is201WithType() {
        Reply made = client.post(KEYPAIRS, "{\"keypair\": {\"name\": \"k\"}}", "OpenStack-API-Version", "compute 2.2");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.string("/keypair/type")).isEqualTo("ssh");
    }

    @Test
    void limits_countWhatIsUsed() {
        new Lab(client).active("web", "");

        Reply limits = client.get("/compute/v2.1/limits");

        assertThat(limits.string("/limits/absolute/maxTotalInstances")).isEqualTo("10");
        assertThat(limits.string("/limits/absolute/totalInstancesUsed")).isEqualTo("1");
        assertThat(limits.string("/limits/absolute/totalRAMUsed")).isEqualTo("256");
    }

    @Test
    void hypervisors_forTheAdministratorOnly() {
        assertThat(client.get("/compute/v2.1/os-hypervisors").status()).isEqualTo(403);
        assertThat(Client.admin(node).get("/compute/v2.1/os-hypervisors").string("/hypervisors/0/hypervisor_hostname"))
                .isEqualTo("kws1");
        assertThat(client.get("/placement/resource_providers").string("/errors/0/status"))
                .isEqualTo("403");
        assertThat(Client.admin(node).get("/placement/resource_providers").string("/resource_providers/0/name"))
                .isEqualTo("kws1");
    }

    @Test
    void allocationCandidates_sayWhetherAHostHasRoom() {
        Client admin = Client.admin(node);
        String room = "/placement/allocation_candidates?resources=VCPU:1,MEMORY_MB:256,DISK_GB:";

        Reply some = admin.get(room + "2");

        assertThat(some.at("/provider_summaries"))
                .singleElement()
                .satisfies(host ->
                        assertThat(host.at("/resources/VCPU/capacity").asInt()).isEqualTo(16_000));
        assertThat(admin.get(room + "90000000").at("/provider_summaries")).isEmpty();
        assertThat(admin.get("/placement/allocation_candidates?resources=LUCK:1")
                        .status())
                .isEqualTo(400);
        assertThat(client.get(room + "2").status()).isEqualTo(403);
    }

    @Test
    void versions_needNoToken() {
        Client stranger = Client.anonymous(node);

        assertThat(stranger.get("/compute/v2.1").string("/version/version")).isEqualTo("2.93");
        assertThat(stranger.get("/compute/").at("/versions")).hasSize(2);
        assertThat(stranger.get("/network/").string("/versions/0/id")).isEqualTo("v2.0");
        assertThat(stranger.get("/image/").status()).isEqualTo(300);
        assertThat(stranger.get("/volume/").string("/versions/0/version")).isEqualTo("3.70");
        assertThat(stranger.get("/placement/").string("/versions/0/max_version"))
                .isEqualTo("1.39");
        assertThat(stranger.get("/compute/v2.1/servers").status()).isEqualTo(401);
    }
}
