package io.kws.sdk.k8s.apps;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.k8s.SandboxNodes;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxCluster;
import org.junit.jupiter.api.AfterAll;

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
}
