package io.kws.sdk.openstack.images;

import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.operations.Timeouts;

/**
 * The context of the use cases of images on one node. Immutable.
 *
 * @param client the node's services
 * @param runner runs the use cases
 * @param timeouts the time limits
 */
record ImageNode(OpenStackClient client, UseCaseRunner runner, Timeouts timeouts) {
    ImageReader reader() {
        return new ImageReader(client);
    }

    ImageStates states() {
        return new ImageStates(client, timeouts);
    }
}
