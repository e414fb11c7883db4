package io.kws.sdk.openstack.volumes;

import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.images.Images;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.servers.Servers;

/**
 * The context of the use cases of volumes on one node. Immutable.
 *
 * @param client the node's services
 * @param runner runs the use cases
 * @param timeouts the time limits
 * @param images the node's images
 * @param servers the node's servers
 */
record VolumeNode(OpenStackClient client, UseCaseRunner runner, Timeouts timeouts, Images images, Servers servers) {
    Cinder volumes() {
        return Cinder.volumes(client, timeouts);
    }

    Cinder snapshots() {
        return Cinder.snapshots(client, timeouts);
    }
}
