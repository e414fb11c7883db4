package io.kws.sdk.k8s;

import io.kws.sdk.Kws;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.config.NodeConfig;
import java.nio.file.Path;

/** The real cluster that kws-sdk-examples/testbed brings up. */
public final class Testbed {
    /** Where its kubeconfig is. */
    public static final Path KUBECONFIG =
            Path.of(System.getProperty("kws.testbed", "/var/tmp/kws-testbed/kubernetes/kubeconfig"));

    private Testbed() {}

    /** Returns how to reach it; its Ingress controller listens on a port of its own. */
    public static ClusterConfig.Options cluster() {
        return ClusterConfig.kubeconfig(KUBECONFIG)
                .context("kws")
                .baseDomain("localhost")
                .ingressPort(28080);
    }

    /** Returns its node, named k1; a namespace for each owner. */
    public static Kws connect() {
        return connect(cluster());
    }

    /** Returns its node, named k1. */
    public static Kws connect(ClusterConfig.Options cluster) {
        return connect(Kws.builder(), cluster);
    }

    /** Returns its node, named k1. */
    public static Kws connect(Kws.Builder builder) {
        return connect(builder, cluster());
    }

    private static Kws connect(Kws.Builder builder, ClusterConfig.Options cluster) {
        return builder.node(NodeConfig.builder()
                        .name("k1")
                        .kubernetes(cluster.build())
                        .build())
                .build();
    }
}
