package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.neutron.ServerPorts;
import io.kws.sdk.sandbox.site.Caller;
import java.util.ArrayList;
import java.util.List;

/** Which networks and ports a new server gets. */
final class NetworkOrder {
    private final Caller caller;
    private final ServerPorts ports;
    private final Microversion version;

    NetworkOrder(Caller caller, ServerPorts ports, Microversion version) {
        this.caller = caller;
        this.ports = ports;
        this.version = version;
    }

    /** Returns ports to make, or to bind where they have an {@code id}. */
    List<ObjectNode> of(JsonNode networks, List<String> groupIds) {
        List<ObjectNode> wanted = new ArrayList<>();
        if (networks.isTextual()) {
            wanted.addAll(keyword(networks.asText()));
        } else if (networks.isEmpty()) {
            wanted.addAll(theOnlyOne());
        } else {
            networks.forEach(each -> wanted.add(each.hasNonNull("port") ? existing(each) : fresh(each)));
        }
        wanted.stream()
                .filter(port -> !port.has("id") && !groupIds.isEmpty())
                .forEach(port -> port.set("security_groups", Json.texts(groupIds)));
        int more = (int) wanted.stream().filter(port -> !port.has("id")).count();
        if (!ports.hasRoom(caller, more)) {
            throw new Refusal(403, "Maximum number of ports exceeded");
        }
        return wanted;
    }

    private List<ObjectNode> keyword(String word) {
        if (!version.atLeast(37)) {
            throw ServerOrder.invalid("networks", word, "'" + word + "' is not of type 'array'");
        }
        return switch (word) {
            case "none" -> List.of();
            case "auto" -> theOnlyOne();
            default ->
                throw ServerOrder.invalid(
                        "networks", word, "'" + word + "' is not valid under any of the given schemas");
        };
    }

    private List<ObjectNode> theOnlyOne() {
        List<String> all = ports.networksOf(caller);
        if (all.size() > 1) {
            throw new Refusal(409, "Multiple possible networks found, use a Network ID to be more specific.");
        }
        return all.stream().map(id -> Json.object().put("network_id", id)).toList();
    }

    private ObjectNode fresh(JsonNode wanted) {
        String id = wanted.path("uuid").asText();
        if (!ports.hasNetwork(caller, id)) {
            throw new Refusal(400, "Network " + id + " could not be found.");
        }
        if (!caller.isAdmin() && !ports.networksOf(caller).contains(id)) {
            throw new Refusal(403, "It is not allowed to create an interface on external network " + id);
        }
        ObjectNode port = Json.object().put("network_id", id);
        if (wanted.hasNonNull("fixed_ip")) {
            port.putArray("fixed_ips")
                    .addObject()
                    .put("ip_address", wanted.path("fixed_ip").asText());
        }
        return port;
    }

    private ObjectNode existing(JsonNode wanted) {
        String id = wanted.path("port").asText();
        JsonNode port =
                ports.port(caller, id).orElseThrow(() -> new Refusal(400, "Port id " + id + " could not be found."));
        if (!port.path("device_id").asText().isEmpty()) {
            throw new Refusal(409, "Port " + id + " is still in use.");
        }
        if (port.path("fixed_ips").isEmpty()) {
            throw new Refusal(400, "Port " + id + " requires a FixedIP in order to be used.");
        }
        return Json.object().put("id", id);
    }
}
