package io.kws.sdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.sandbox.Client.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeystoneTest {
    private static final String TOKENS = "/identity/v3/auth/tokens";
    private static final String SERVERS = "/compute/v2.1/servers";

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode node = sandbox.node("kws1");
    private final Client client = Client.demo(node);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void login_givesTokenWithCatalogueAndRoles() {
        Reply reply = client.post(TOKENS, Client.password("demo", "demo"));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("X-Subject-Token")).startsWith("gAAAAAB");
        assertThat(reply.header("Connection")).isEqualTo("close");
        assertThat(reply.string("/token/project/name")).isEqualTo("demo");
        assertThat(reply.at("/token/roles").findValuesAsText("name")).containsExactly("member", "reader");
        assertThat(reply.string("/token/expires_at")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        assertThat(types(reply))
                .containsExactlyInAnyOrder(
                        "identity",
                        "compute",
                        "network",
                        "image",
                        "placement",
                        "block-storage",
                        "volumev3",
                        "object-store",
                        "container");
    }

    private static List<String> types(Reply reply) {
        JsonNode catalog = reply.at("/token/catalog");
        return IntStream.range(0, catalog.size())
                .mapToObj(i -> catalog.path(i).path("type").asText())
                .toList();
    }

    @Test
    void login_wrongPassword_is401() {
        Reply reply = client.post(TOKENS, Client.password("demo", "wrong"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.string("/error/title")).isEqualTo("Unauthorized");
        assertThat(reply.header("WWW-Authenticate")).contains("/identity/v3");
    }

    @Test
    void login_withoutAuth_is400() {
        assertThat(client.post(TOKENS, "{}").string("/error/message")).startsWith("Expecting to find auth");
        assertThat(client.post(TOKENS, "{").string("/error/message")).startsWith("Expecting to find valid JSON");
    }

    @Test
    void token_deleted_isNoLongerAccepted() {
        assertThat(client.delete(TOKENS, "X-Subject-Token", client.token()).status())
                .isEqualTo(204);

        Reply reply = client.get(SERVERS);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.string("/error/code")).isEqualTo("401");
    }

    @Test
    void token_validated_isShown() {
        assertThat(client.get(TOKENS, "X-Subject-Token", client.token()).string("/token/user/name"))
                .isEqualTo("demo");
        assertThat(client.get(TOKENS, "X-Subject-Token", "bad").status()).isEqualTo(404);
    }

    @Test
    void revokeTokens_allCallsAre401UntilTheNextLogin() {
        node.revokeTokens();

        assertThat(client.get(SERVERS).status()).isEqualTo(401);
        assertThat(client.get("/image/v2/images").text()).startsWith("<html>");
        assertThat(client.login().get(SERVERS).status()).isEqualTo(200);
    }

    @Test
    void tokenLife_over_is401() {
        node.tokenLife(Duration.ZERO);

        assertThat(client.login().get(SERVERS).status()).isEqualTo(401);
    }

    @Test
    void expireTokensAfter_calls_is401() {
        node.expireTokensAfter(2);
        client.login();

        assertThat(client.get(SERVERS).status()).isEqualTo(200);
        assertThat(client.get(SERVERS).status()).isEqualTo(200);
        assertThat(client.get(SERVERS).status()).isEqualTo(401);
    }

    @Test
    void removeService_isNotInTheCatalogue() {
        node.removeService("volumev3");

        assertThat(types(client.post(TOKENS, Client.password("demo", "demo")))).doesNotContain("volumev3");
    }

    @Test
    void applicationCredential_logsIn_untilDeleted() {
        String user = client.post(TOKENS, Client.password("demo", "demo")).string("/token/user/id");
        String path = "/identity/v3/users/" + user + "/application_credentials";
        Reply made = client.post(path, "{\"application_credential\": {\"name\": \"robot\"}}");
        String id = made.string("/application_credential/id");
        String login = """
                {"auth": {"identity": {"methods": ["application_credential"],
                  "application_credential": {"id": "%s", "secret": "%s"}}}}
                """.formatted(id, made.string("/application_credential/secret"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(client.get(path + "/" + id).text()).doesNotContain("secret");
        assertThat(client.post(TOKENS, login).status()).isEqualTo(201);
        assertThat(client.delete(path + "/" + id).status()).isEqualTo(204);
        assertThat(client.post(TOKENS, login).status()).isEqualTo(401);
    }

    @Test
    void projects_ofUsersOnly_exceptForTheAdministrator() {
        assertThat(client.get("/identity/v3/auth/projects").at("/projects")).hasSize(1);
        assertThat(client.get("/identity/v3/projects").status()).isEqualTo(403);
        assertThat(Client.admin(node).get("/identity/v3/projects").at("/projects"))
                .hasSize(2);
    }

    @Test
    void login_fromManyThreads_eachTokenWorks() {
        List<CompletableFuture<Integer>> all = IntStream.range(0, 32)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Client.demo(node).get(SERVERS).status()))
                .toList();

        assertThat(all).allSatisfy(one -> assertThat(one.join()).isEqualTo(200));
        assertThat(node.logins()).isEqualTo(33);
    }
}
