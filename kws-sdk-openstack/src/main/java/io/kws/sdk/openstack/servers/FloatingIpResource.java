package io.kws.sdk.openstack.servers;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The floating IP made for a server; Neutron gives it no name, so its description carries the tag. */
final class FloatingIpResource implements Resource<JsonNode> {
    private final NeutronResources floatingIps;
    private final RentalId rental;
    private final Map<String, Object> attributes;

    FloatingIpResource(OpenStackClient client, RentalId rental, String description) {
        this.floatingIps = new NeutronResources(client, "floatingips", "floatingip");
        this.rental = rental;
        this.attributes = new HashMap<>(Map.of("description", description));
    }

    FloatingIpResource between(String externalNetworkId, String portId) {
        attributes.put("floating_network_id", externalNetworkId);
        attributes.put("port_id", portId);
        return this;
    }

    static String address(JsonNode made) {
        return made.path("floating_ip_address").asText();
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.FLOATING_IP;
    }

    @Override
    public String name() {
        return RentalTags.name(rental);
    }

    @Override
    public JsonNode create() {
        return floatingIps.create(attributes);
    }

    @Override
    public Optional<JsonNode> find() {
        return floatingIps.find(
                ip -> RentalTags.describes(ip.path("description").asText(), rental));
    }

    @Override
    public String id(JsonNode made) {
        return address(made);
    }

    @Override
    public void delete(JsonNode made) {
        floatingIps.delete(made);
    }
}
