package io.kws.sdk.openstack.servers;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.util.Optional;

/** The floating IP created for a server. Floating IPs have no names, so its description carries the rental's ID. */
final class FloatingIpResource extends NeutronResource {
    private final RentalId rental;

    FloatingIpResource(OpenStackClient client, RentalId rental, String description) {
        super(
                new NeutronCollection(client, "floatingips", "floatingip"),
                ResourceKind.FLOATING_IP,
                RentalTags.name(rental),
                description);
        this.rental = rental;
    }

    FloatingIpResource on(String externalNetworkId, String portId) {
        attributes.put("floating_network_id", externalNetworkId);
        attributes.put("port_id", portId);
        return this;
    }

    @Override
    public Optional<JsonNode> find() {
        return collection.list().stream()
                .filter(ip -> RentalTags.describes(ip.path("description").asText(), rental))
                .findFirst();
    }

    /** Receipts show the address, which identifies a floating IP as well. */
    @Override
    public String id(JsonNode floatingIp) {
        return floatingIp.path("floating_ip_address").asText();
    }
}
