package io.kws.sdk.driver;

import io.kws.sdk.config.NodeConfig;
import java.util.Optional;

/**
 * Opens nodes of one kind of cloud. Found by {@link java.util.ServiceLoader}, so it has a public constructor without
 * parameters and is named in {@code META-INF/services/io.kws.sdk.driver.Driver}. Thread-safe.
 */
public interface Driver {
    /**
     * Returns the key of the driver's section below a node in {@code kws.yaml}, such as {@code openstack}. A driver outside
     * the SDK reads its section by {@link NodeConfig#sections}.
     *
     * @return the key, unique among drivers
     */
    String configKey();

    /**
     * Opens a node. Makes no call: whether the node answers shows at the first use.
     *
     * @param node how to reach it
     * @param context what all nodes share
     * @return the node; empty if its configuration has no section for this driver
     * @throws io.kws.sdk.errors.ConfigurationException if the section is wrong
     */
    Optional<NodeDriver> open(NodeConfig node, DriverContext context);

    /**
     * Tells what a node lacks to serve a capability by this driver.
     *
     * @param capability an interface of the API, such as {@code Servers}
     * @return what to configure, as it follows "it needs", such as {@code an OpenStack cloud}; empty if this driver never
     *     serves the capability
     */
    Optional<String> requirementFor(Class<?> capability);
}
