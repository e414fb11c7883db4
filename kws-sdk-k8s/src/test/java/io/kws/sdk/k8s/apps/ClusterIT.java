package io.kws.sdk.k8s.apps;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.k8s.Testbed;
import org.junit.jupiter.api.AfterAll;

/** The cluster of the testbed. */
class ClusterIT extends ClusterContract {
    private static final Kws KWS = Testbed.connect();

    @Override
    Node node() {
        return KWS.node("k1");
    }

    @Override
    ClusterConfig.Options cluster() {
        return Testbed.cluster();
    }

    @Override
    ClusterConfig.Options limitedCluster() {
        return ClusterConfig.kubeconfig(Testbed.KUBECONFIG.resolveSibling("kubeconfig-limited"))
                .baseDomain("localhost")
                .ingressPort(28080);
    }

    @AfterAll
    static void close() {
        KWS.close();
    }
}
