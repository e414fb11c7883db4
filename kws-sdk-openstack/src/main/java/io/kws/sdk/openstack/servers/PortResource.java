package io.kws.sdk.openstack.servers;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.receipts.ResourceKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The port made for a server. Made before the server, so that the floating IP can be made while the server is built, and
 * the server needs no security-group call of its own.
 */
final class PortResource implements Resource<JsonNode> {
    private final NeutronResources ports;
    private final String name;
    private final Map<String, Object> attributes;

    PortResource(OpenStackClient client, String name, String description) {
        this.ports = new NeutronResources(client, "ports", "port");
        this.name = name;
        this.attributes = new HashMap<>(Map.of("name", name, "description", description));
    }

    /** Says where to make it; no groups: the project's default one. */
    PortResource on(String networkId, List<String> securityGroupIds) {
        attributes.put("network_id", networkId);
        if (!securityGroupIds.isEmpty()) {
            attributes.put("security_groups", securityGroupIds);
        }
        return this;
    }

    /** Tells whether there is no other port for the rental. */
    boolean isOnlyOne() {
        return ports.named(name).size() <= 1;
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.PORT;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JsonNode create() {
        return ports.create(attributes);
    }

    @Override
    public Optional<JsonNode> find() {
        return ports.named(name).stream().findFirst();
    }

    @Override
    public String id(JsonNode made) {
        return made.path("id").asText();
    }

    @Override
    public void delete(JsonNode made) {
        ports.delete(made);
    }
}
