package io.kws.sdk.k8s;

import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.Driver;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.NodeDriver;
import java.util.Optional;

/** Serves the nodes that have a Kubernetes cluster. Found by {@link java.util.ServiceLoader}; nobody else needs it. */
public final class KubernetesDriver implements Driver {
    /** Makes a driver; the service loader does. */
    public KubernetesDriver() {}

    @Override
    public Optional<NodeDriver> open(NodeConfig node, DriverContext context) {
        return node.kubernetes().map(cluster -> new KubernetesNode(node, cluster, context));
    }
}
