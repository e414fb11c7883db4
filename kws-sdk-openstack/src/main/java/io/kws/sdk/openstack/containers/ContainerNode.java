package io.kws.sdk.openstack.containers;

import static io.kws.sdk.openstack.client.Service.CONTAINER;

import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.networks.Networks;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.operations.Timeouts;

/**
 * The context of the use cases of containers on one node. Immutable.
 *
 * @param client the node's services
 * @param runner runs the use cases
 * @param timeouts the time limits
 * @param networks the node's networks
 * @param limits the project's limits
 */
public record ContainerNode(
        OpenStackClient client, UseCaseRunner runner, Timeouts timeouts, Networks networks, Limits limits) {
    /** The first microversion with exposed ports; it also takes commands as lists, and stops containers that it deletes. */
    private static final String MICROVERSION = "1.24";

    static Request request(String method, String... segments) {
        return Request.of(method, CONTAINER, segments).microversion(MICROVERSION);
    }

    /** Requests a change of state, once. Zun answers {@code null}, which is not a JSON object. */
    void act(String id, String action) {
        client.reply(request("POST", "containers", id, action));
    }

    ContainerReader reader() {
        return new ContainerReader(client);
    }

    ContainerStates states() {
        return new ContainerStates(this);
    }
}
