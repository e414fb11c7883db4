package io.kws.sdk.openstack.containers;

import static io.kws.sdk.openstack.client.Service.CONTAINER;

import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.networks.Networks;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.operations.Timeouts;

/**
 * What the use cases of containers need of their node. Immutable.
 *
 * @param client its services
 * @param runner runs the use cases
 * @param timeouts how long things may take
 * @param networks its networks
 * @param limits how much its project may have
 */
public record ContainerNode(
        OpenStackClient client, UseCaseRunner runner, Timeouts timeouts, Networks networks, Limits limits) {
    /** The first that knows exposed ports; it also takes commands as lists and stops what it is to delete. */
    private static final String MICROVERSION = "1.24";

    static Request request(String method, String... segments) {
        return Request.of(method, CONTAINER, segments).microversion(MICROVERSION);
    }

    /** Asks for a change of state; not repeated. Zun answers {@code null}, which is no JSON object. */
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
