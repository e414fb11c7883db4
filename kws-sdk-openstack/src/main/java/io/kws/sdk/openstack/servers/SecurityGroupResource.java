package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.NETWORK;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Resource;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.servers.Port;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The security group made for a server. */
final class SecurityGroupResource implements Resource<JsonNode> {
    private final OpenStackClient client;
    private final NeutronResources groups;
    private final String name;
    private final String description;

    SecurityGroupResource(OpenStackClient client, String name, String description) {
        this.client = client;
        this.groups = new NeutronResources(client, "security-groups", "security_group");
        this.name = name;
        this.description = description;
    }

    /** Opens ports to everybody, by one call. */
    void open(JsonNode group, List<Port> ports) {
        List<Map<String, Object>> rules = ports.stream()
                .distinct()
                .map(port -> Map.<String, Object>of(
                        "security_group_id", id(group),
                        "direction", "ingress",
                        "ethertype", "IPv4",
                        "protocol", port.protocol().name().toLowerCase(Locale.ROOT),
                        "port_range_min", port.from(),
                        "port_range_max", port.to()))
                .toList();
        Request request = Request.of("POST", NETWORK, "security-group-rules")
                .body(Json.of(Map.of("security_group_rules", rules)))
                .repeatable();
        try {
            client.send(request);
        } catch (ConflictException e) {
            return; // a repeated request whose first answer was lost: the group is new, so the rules are these
        }
    }

    @Override
    public ResourceKind kind() {
        return ResourceKind.SECURITY_GROUP;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JsonNode create() {
        return groups.create(Map.of("name", name, "description", description));
    }

    @Override
    public Optional<JsonNode> find() {
        return groups.named(name).stream().findFirst();
    }

    @Override
    public String id(JsonNode made) {
        return made.path("id").asText();
    }

    @Override
    public void delete(JsonNode made) {
        groups.delete(made);
    }
}
