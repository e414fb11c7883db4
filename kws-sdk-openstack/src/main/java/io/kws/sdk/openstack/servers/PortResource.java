package io.kws.sdk.openstack.servers;

import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.receipts.ResourceKind;
import java.util.List;

/**
 * The port created for a server. It is created before the server, so that the floating IP can be created while the server
 * is being built, and the server needs no security-group calls of its own.
 */
final class PortResource extends NeutronResource {
    PortResource(OpenStackClient client, String name, String description) {
        super(new NeutronCollection(client, "ports", "port"), ResourceKind.PORT, name, description);
        attributes.put("name", name);
    }

    /** Sets the network and the security groups; without groups the port gets the project's default one. */
    PortResource on(String networkId, List<String> securityGroupIds) {
        attributes.put("network_id", networkId);
        if (!securityGroupIds.isEmpty()) {
            attributes.put("security_groups", securityGroupIds);
        }
        return this;
    }

    /** Tells whether the rental has no second port. */
    boolean isOnlyOne() {
        return collection.named(name()).size() <= 1;
    }
}
