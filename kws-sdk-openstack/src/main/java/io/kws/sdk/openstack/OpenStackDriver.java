package io.kws.sdk.openstack;

import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.Driver;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.NodeDriver;
import java.util.Optional;

/** Serves the nodes that have an OpenStack. Found by {@link java.util.ServiceLoader}; nobody else needs it. */
public final class OpenStackDriver implements Driver {
    /** Makes a driver; the service loader does. */
    public OpenStackDriver() {}

    @Override
    public Optional<NodeDriver> open(NodeConfig node, DriverContext context) {
        return node.openstack().map(cloud -> new OpenStackNode(node, cloud, context));
    }
}
