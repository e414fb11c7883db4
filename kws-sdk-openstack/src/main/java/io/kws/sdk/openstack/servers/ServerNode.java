package io.kws.sdk.openstack.servers;

import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.flavors.Flavors;
import io.kws.sdk.images.Images;
import io.kws.sdk.keypairs.Keypairs;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.networks.Networks;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.operations.Timeouts;
import java.net.URI;
import java.util.Optional;

/**
 * The context of the use cases of servers on one node. Immutable.
 *
 * @param client the node's services
 * @param runner runs the use cases
 * @param timeouts the time limits
 * @param serverProxy a SOCKS proxy for connections to servers; empty to connect directly
 * @param images the node's images
 * @param flavors the node's flavors
 * @param networks the node's networks
 * @param keypairs the node's keypairs
 * @param limits the project's limits
 */
public record ServerNode(
        OpenStackClient client,
        UseCaseRunner runner,
        Timeouts timeouts,
        Optional<URI> serverProxy,
        Images images,
        Flavors flavors,
        Networks networks,
        Keypairs keypairs,
        Limits limits) {
    ServerReader reader() {
        return new ServerReader(client);
    }

    ServerStates states() {
        return new ServerStates(reader(), timeouts.pollInterval());
    }
}
