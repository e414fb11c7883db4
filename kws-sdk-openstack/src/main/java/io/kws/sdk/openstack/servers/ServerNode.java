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
 * What the use cases of servers need of their node. Immutable.
 *
 * @param client its services
 * @param runner runs the use cases
 * @param timeouts how long things may take
 * @param serverProxy leads to the servers; empty to connect directly
 * @param images its images
 * @param flavors its flavors
 * @param networks its networks
 * @param keypairs its keypairs
 * @param limits how much its project may have
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
