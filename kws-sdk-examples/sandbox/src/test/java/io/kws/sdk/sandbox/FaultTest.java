package io.kws.sdk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.sandbox.Client.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultTest {
    private static final String KEYPAIRS = "/compute/v2.1/os-keypairs";
    private static final String MINE = "{\"keypair\": {\"name\": \"mine\"}}";

    private final Sandbox sandbox = Sandbox.start("kws1");
    private final SandboxNode node = sandbox.node("kws1");
    private final Client client = Client.demo(node);

    @BeforeEach
    void forgetTheLogin() {
        node.clearCalls();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void answer_status_hasTheServicesBodyAndIsNotCarriedOut() {
        node.inject(Fault.on("POST", KEYPAIRS).answer(503).header("Retry-After", "1"));

        Reply refused = client.post(KEYPAIRS, MINE);

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("x-openstack-request-id")).startsWith("req-");
        assertThat(refused.string("/computeFault/code")).isEqualTo("503");
        assertThat(node.leftovers()).isEmpty();
        assertThat(client.post(KEYPAIRS, MINE).status()).isEqualTo(200);
    }

    @Test
    void answer_body_isSentAsItIs() {
        node.inject(Fault.on("*", "/network").answer(502, "<html>bad gateway</html>", "text/html"));

        Reply reply = client.get("/network/v2.0/networks");

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.text()).isEqualTo("<html>bad gateway</html>");
        assertThat(reply.header("Content-Type")).isEqualTo("text/html");
    }

    @Test
    void skipAndTimes_strikeOnlyThoseRequests() {
        node.inject(Fault.on("GET", KEYPAIRS).skip(1).times(2).answer(500));

        assertThat(client.get(KEYPAIRS).status()).isEqualTo(200);
        assertThat(client.get(KEYPAIRS).status()).isEqualTo(500);
        assertThat(client.get(KEYPAIRS).status()).isEqualTo(500);
        assertThat(client.get(KEYPAIRS).status()).isEqualTo(200);
    }

    @Test
    void path_regularExpression_matchesTheWholePath() {
        node.inject(Fault.on("GET", "/compute/v2\\.1/flavors/\\d").answer(500));

        assertThat(client.get("/compute/v2.1/flavors").status()).isEqualTo(200);
        assertThat(client.get("/compute/v2.1/flavors/1").status()).isEqualTo(500);
    }

    @Test
    void resetBefore_cutsAndDoesNotCarryOut() {
        node.inject(Fault.on("POST", KEYPAIRS).resetBefore());

        assertThatThrownBy(() -> client.attempt("POST", KEYPAIRS, MINE)).isInstanceOf(IOException.class);

        assertThat(node.leftovers()).isEmpty();
        assertThat(node.calls()).extracting(Call::status).containsExactly(0);
    }

    @Test
    void resetAfter_cutsAfterCarryingOut() {
        node.inject(Fault.on("POST", KEYPAIRS).resetAfter());

        assertThatThrownBy(() -> client.attempt("POST", KEYPAIRS, MINE)).isInstanceOf(IOException.class);

        assertThat(node.leftovers()).extracting(Leftover::name).containsExactly("mine");
        assertThat(node.calls()).extracting(Call::status).containsExactly(0);
    }

    @Test
    void hang_endsWhenFaultsAreCleared() {
        node.inject(Fault.on("POST", KEYPAIRS).hang());
        CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> client.post(KEYPAIRS, MINE));
        while (node.calls().isEmpty()) {
            Thread.onSpinWait();
        }

        assertThat(reply).isNotDone();
        node.clearFaults();

        assertThatThrownBy(reply::join).hasRootCauseInstanceOf(IOException.class);
        assertThat(node.leftovers()).isEmpty();
    }

    @Test
    void slowBody_sendsHeadersAtOnce() {
        node.inject(Fault.on("GET", KEYPAIRS).slowBody(Duration.ofMillis(100)));

        long start = System.nanoTime();
        Reply reply = client.get(KEYPAIRS);

        assertThat(reply.at("/keypairs")).isEmpty();
        assertThat(System.nanoTime() - start)
                .isGreaterThan(Duration.ofMillis(60).toNanos());
    }

    @Test
    void malformedJson_isCutInTheMiddle() {
        node.inject(Fault.on("GET", KEYPAIRS).malformedJson());

        Reply reply = client.get(KEYPAIRS);

        assertThat(reply.status()).isEqualTo(200);
        assertThatThrownBy(reply::json).hasMessageContaining("{\"keyp");
    }

    @Test
    void html_replacesTheBodyOnly() {
        node.inject(Fault.on("POST", KEYPAIRS).html());

        Reply reply = client.post(KEYPAIRS, MINE);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text()).startsWith("<html>");
        assertThat(node.leftovers()).hasSize(1);
    }

    @Test
    void delay_comesBeforeTheOtherEffect() {
        node.inject(Fault.on("GET", KEYPAIRS).delay(Duration.ofMillis(50)).answer(500));

        long start = System.nanoTime();

        assertThat(client.get(KEYPAIRS).status()).isEqualTo(500);
        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
    }

    @Test
    void addUnknownFields_everyObjectHasOne() {
        node.addUnknownFields();

        Reply reply = client.get("/compute/v2.1/flavors/1");

        assertThat(reply.json().has("x_sandbox_novelty")).isTrue();
        assertThat(reply.at("/flavor").has("x_sandbox_novelty")).isTrue();
        assertThat(reply.at("/flavor/links/0").has("x_sandbox_novelty")).isTrue();
    }

    @Test
    void calls_tellLoginsAndConnectionsApart() {
        client.get(KEYPAIRS + "?limit=1");
        client.get(KEYPAIRS);
        client.login();

        assertThat(node.calls()).hasSize(3);
        assertThat(node.calls().get(0).query()).isEqualTo("limit=1");
        assertThat(node.logins()).isEqualTo(1);
        assertThat(node.connections()).isBetween(1, 2);
    }
}
