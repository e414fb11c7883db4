package io.kws.sdk.k8s.apps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.apps.AppSpec;
import io.kws.sdk.apps.LogQuery;
import io.kws.sdk.apps.LogStream;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.health.HealthStatus;
import io.kws.sdk.health.ServiceHealth;
import io.kws.sdk.k8s.SandboxNodes;
import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxCluster;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The cluster of the sandbox. */
class SandboxClusterTest extends ClusterContract {
    private static final Sandbox SANDBOX = Sandbox.start("k1");
    private static final SandboxCluster CLUSTER = SANDBOX.node("k1").cluster();
    private static final Kws KWS = SandboxNodes.connect(SANDBOX);

    @Override
    Node node() {
        return KWS.node("k1");
    }

    @Override
    ClusterConfig.Options cluster() {
        return SandboxNodes.cluster(CLUSTER, CLUSTER.token());
    }

    @Override
    ClusterConfig.Options limitedCluster() {
        return SandboxNodes.cluster(CLUSTER, CLUSTER.limitedToken());
    }

    @AfterAll
    static void close() {
        KWS.close();
        SANDBOX.close();
    }

    @Test
    void health_ofACluster_isAsked() {
        assertThat(node().health().services())
                .extracting(ServiceHealth::service, ServiceHealth::isUp)
                .containsExactly(tuple("kubernetes", true));

        SANDBOX.node("k1").inject(Fault.on("GET", "/version").answer(500).always());
        try {
            assertThat(node().health().status()).isNotEqualTo(HealthStatus.OK);
        } finally {
            SANDBOX.node("k1").clearFaults();
        }
    }

    @Test
    void follow_sdkIsClosed_ends() {
        Kws kws = SandboxNodes.connect(SANDBOX);
        String app = kws.node("k1")
                .apps()
                .deploy(AppSpec.builder()
                        .name("followed")
                        .image("kws/web:1")
                        .port(8080)
                        .build())
                .app()
                .id();
        LogStream stream = kws.node("k1").apps().follow(app, LogQuery.tail(1));

        kws.close();

        assertThat(stream.hasNext()).isFalse();
        node().apps().delete(app);
    }
}
