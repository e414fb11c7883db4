package user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.openstack4j.api.OSClient.OSClientV3;
import org.openstack4j.core.transport.internal.HttpExecutor;
import org.openstack4j.model.common.Identifier;
import org.openstack4j.openstack.OSFactory;

class OpenStackClientTest {
    @Test
    void keypairs_areReadAndWritten() throws Exception {
        try (ScriptedServer cloud = new ScriptedServer()) {
            cloud.answers("POST /v3/auth/tokens", 201, token(cloud.url() + "/compute/v2.1"));
            cloud.answers(
                    "GET /compute/v2.1/os-keypairs", 200, "{\"keypairs\":[{\"keypair\":{\"name\":\"mine\"}}]}");
            cloud.answers("POST /compute/v2.1/os-keypairs", 200, "{\"keypair\":{\"name\":\"lab\"}}");
            OSClientV3 client = OSFactory.builderV3()
                    .endpoint(cloud.url() + "/v3")
                    .credentials("alice", "secret", Identifier.byName("Default"))
                    .scopeToProject(Identifier.byName("demo"), Identifier.byName("Default"))
                    .authenticate();

            assertEquals("mine", client.compute().keypairs().list().get(0).getName());
            assertEquals("lab", client.compute().keypairs().create("lab", null).getName());

            assertTrue(cloud.requests().get(2).contains("\"lab\""));
        }
    }

    @Test
    void connector_isOurs() {
        assertEquals("kws-sdk", HttpExecutor.create().getExecutorName());
    }

    private static String token(String compute) {
        return """
                {"token": {"expires_at": "2999-01-01T00:00:00.000000Z", "issued_at": "2026-01-01T00:00:00.000000Z",
                  "methods": ["password"], "user": {"id": "u", "name": "alice"}, "project": {"id": "p", "name": "demo"},
                  "catalog": [{"type": "compute", "name": "nova", "id": "n", "endpoints": [
                    {"id": "e", "interface": "public", "region": "r", "region_id": "r", "url": "%s"}]}]}}
                """.formatted(compute);
    }
}
