package io.kws.sdk.openstack.servers;

import static io.kws.sdk.openstack.client.Service.NETWORK;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.servers.Port;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The security group created for a server. */
final class SecurityGroupResource extends NeutronResource {
    SecurityGroupResource(OpenStackClient client, String name, String description) {
        super(
                new NeutronCollection(client, "security-groups", "security_group"),
                ResourceKind.SECURITY_GROUP,
                name,
                description);
        attributes.put("name", name);
    }

    /** Opens ports to all addresses, by one call; returns the group. */
    JsonNode open(JsonNode group, List<Port> ports) {
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
            collection.client().send(request);
        } catch (ConflictException e) {
            return group; // the answer to the first attempt was lost: the group is new, so these are its rules
        }
        return group;
    }
}
