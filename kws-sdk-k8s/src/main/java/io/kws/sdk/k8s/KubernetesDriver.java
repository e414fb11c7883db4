package io.kws.sdk.k8s;

import io.kws.sdk.apps.Apps;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.Driver;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.NodeDriver;
import io.kws.sdk.ides.Ides;
import java.util.Optional;
import java.util.Set;

/** Serves the nodes that have a Kubernetes cluster. Found by {@link java.util.ServiceLoader}; users need not name it. */
public final class KubernetesDriver implements Driver {
    private static final Set<Class<?>> SERVED = Set.of(Apps.class, Ides.class);

    /** Makes a driver; the service loader does. */
    public KubernetesDriver() {}

    @Override
    public String configKey() {
        return "kubernetes";
    }

    @Override
    public Optional<NodeDriver> open(NodeConfig node, DriverContext context) {
        return node.kubernetes().map(cluster -> new KubernetesNode(node, cluster, context));
    }

    @Override
    public Optional<String> requirementFor(Class<?> capability) {
        return SERVED.contains(capability)
                ? Optional.of("a Kubernetes cluster; configure the node with \"kubernetes\"")
                : Optional.empty();
    }
}
