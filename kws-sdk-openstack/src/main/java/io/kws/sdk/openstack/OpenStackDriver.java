package io.kws.sdk.openstack;

import io.kws.sdk.buckets.Buckets;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.containers.Containers;
import io.kws.sdk.driver.Driver;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.NodeDriver;
import io.kws.sdk.flavors.Flavors;
import io.kws.sdk.images.Images;
import io.kws.sdk.keypairs.Keypairs;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.networks.Networks;
import io.kws.sdk.servers.Servers;
import io.kws.sdk.volumes.Volumes;
import java.util.Optional;
import java.util.Set;

/** Serves the nodes that have an OpenStack. Found by {@link java.util.ServiceLoader}; users need not name it. */
public final class OpenStackDriver implements Driver {
    private static final Set<Class<?>> SERVED = Set.of(
            Buckets.class,
            Containers.class,
            Flavors.class,
            Images.class,
            Keypairs.class,
            Limits.class,
            Networks.class,
            Servers.class,
            Volumes.class);

    /** Makes a driver; the service loader does. */
    public OpenStackDriver() {}

    @Override
    public String configKey() {
        return "openstack";
    }

    @Override
    public Optional<NodeDriver> open(NodeConfig node, DriverContext context) {
        return node.openstack().map(cloud -> new OpenStackNode(node, cloud, context));
    }

    @Override
    public Optional<String> requirementFor(Class<?> capability) {
        return SERVED.contains(capability)
                ? Optional.of("an OpenStack cloud; configure the node with \"cloud\" or \"openstack\"")
                : Optional.empty();
    }
}
