package io.kws.sdk.openstack.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kws.sdk.Kws;
import io.kws.sdk.config.CloudConfig;
import io.kws.sdk.config.Credentials;
import io.kws.sdk.config.IdentityRef;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.health.HealthStatus;
import io.kws.sdk.health.NodeHealth;
import io.kws.sdk.health.ServiceHealth;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.secrets.Secret;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodeHealthTest {
    private final Sandbox sandbox = Sandbox.start("kws1", "kws2");
    private final Kws kws = SandboxNodes.connect(
            sandbox,
            Kws.builder()
                    .timeouts(Timeouts.builder()
                            .retries(0)
                            .attempt(Duration.ofSeconds(2))
                            .build()));

    @AfterEach
    void end() {
        kws.close();
        sandbox.close();
    }

    private static NodeConfig node(String url, String password) {
        return NodeConfig.builder()
                .name("other")
                .openstack(CloudConfig.builder()
                        .authUrl(url)
                        .credentials(Credentials.password(
                                IdentityRef.named("demo"), Secret.of(password), IdentityRef.named("demo")))
                        .build())
                .build();
    }

    @Test
    void health_allServicesAnswer_isOk() {
        NodeHealth health = kws.node("kws1").health();

        assertThat(health.status()).isEqualTo(HealthStatus.OK);
        assertThat(health.services())
                .extracting(ServiceHealth::service)
                .containsExactly(
                        "identity", "compute", "network", "image", "block-storage", "object-store", "container");
        assertThat(health.toString()).startsWith("kws1 is OK (identity: up, compute: up");
    }

    @Test
    void health_servicesFailOrHang_isDegradedAndSaysWhich() {
        sandbox.node("kws1").inject(Fault.on("GET", "/volume/.*").answer(500).always());
        sandbox.node("kws1").inject(Fault.on("GET", "/image/.*").hang().always());

        NodeHealth health = kws.node("kws1").health();

        assertThat(health.status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(health.services().stream().filter(service -> !service.isUp()).map(ServiceHealth::service))
                .containsExactly("image", "block-storage");
        assertThat(kws.fleet().health())
                .extracting(NodeHealth::node, NodeHealth::status)
                .containsExactly(tuple("kws1", HealthStatus.DEGRADED), tuple("kws2", HealthStatus.OK));
    }

    @Test
    void health_wrongPassword_isUnauthorized() {
        kws.nodes().add(node(sandbox.node("kws1").authUrl().toString(), "wrong"));

        assertThat(kws.node("other").health().status()).isEqualTo(HealthStatus.UNAUTHORIZED);
    }

    @Test
    void health_nobodyListens_isUnreachable() throws IOException {
        String url;
        try (ServerSocket closed = new ServerSocket(0)) {
            url = "http://127.0.0.1:" + closed.getLocalPort();
        }
        kws.nodes().add(node(url, "any"));

        NodeHealth health = kws.node("other").health();

        assertThat(health.status()).isEqualTo(HealthStatus.UNREACHABLE);
        assertThat(health.services()).extracting(ServiceHealth::service).isEqualTo(List.of("identity"));
    }
}
