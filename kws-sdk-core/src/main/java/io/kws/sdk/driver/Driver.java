package io.kws.sdk.driver;

import io.kws.sdk.config.NodeConfig;
import java.util.Optional;

/** Opens nodes of one kind of cloud. Found by {@link java.util.ServiceLoader}; has a public constructor without parameters. */
public interface Driver {
    /**
     * Opens a node. Makes no call: whether the node answers shows at the first use.
     *
     * @param node how to reach it
     * @param context what all nodes share
     * @return the node, unless its configuration says nothing of this kind of cloud
     */
    Optional<NodeDriver> open(NodeConfig node, DriverContext context);
}
