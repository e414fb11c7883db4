package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import java.util.List;

/** The network interfaces of servers, and what else Nova tells of their networks. */
final class Interfaces {
    private static final String SERVER = "/v2.1/servers/{id}";

    private final Cloud cloud;
    private final ServerStore servers;

    Interfaces(Cloud cloud, ServerStore servers) {
        this.cloud = cloud;
        this.servers = servers;
    }

    void register(Routes routes) {
        routes.on("GET", SERVER + "/os-interface", this::list)
                .on("POST", SERVER + "/os-interface", this::attach)
                .on("GET", SERVER + "/os-interface/{port}", this::show)
                .on("DELETE", SERVER + "/os-interface/{port}", this::detach)
                .on("GET", SERVER + "/ips", this::addresses)
                .on("GET", SERVER + "/os-security-groups", this::groups);
    }

    private Answer list(Request request) {
        List<ObjectNode> all = cloud.ports().ports(servers.get(request).id()).stream()
                .map(Interfaces::json)
                .toList();
        return Answer.json(200, Json.wrap("interfaceAttachments", Json.list(all)));
    }

    private Answer show(Request request) {
        return cloud.ports().ports(servers.get(request).id()).stream()
                .filter(port -> port.path("id").asText().equals(request.at("port")))
                .findFirst()
                .map(port -> Answer.json(200, Json.wrap("interfaceAttachment", json(port))))
                .orElseThrow(() -> new Refusal(404, "Port id " + request.at("port") + " could not be found."));
    }

    private Answer attach(Request request) {
        Server server = servers.get(request);
        JsonNode wanted = request.json().path("interfaceAttachment");
        ObjectNode network = Json.object();
        if (wanted.hasNonNull("port_id")) {
            network.set("port", wanted.path("port_id"));
        } else {
            network.set("uuid", wanted.path("net_id"));
        }
        List<ObjectNode> ports = new NetworkOrder(request.caller(), cloud.ports(), Microversion.of(request))
                .of(Json.array().add(network), List.of());
        ObjectNode port = ports.get(0);
        if (port.has("id")) {
            cloud.ports().bind(server.id(), port.path("id").asText());
        } else {
            cloud.ports().create(server.owner(), server.id(), port);
        }
        List<JsonNode> all = cloud.ports().ports(server.id());
        String id = port.path("id").asText("");
        JsonNode added = all.stream()
                .filter(each -> id.isEmpty() || each.path("id").asText().equals(id))
                .reduce((first, second) -> second)
                .orElseThrow();
        return Answer.json(200, Json.wrap("interfaceAttachment", json(added)));
    }

    private Answer detach(Request request) {
        Server server = servers.get(request);
        if (!cloud.ports().release(server.id(), request.at("port"))) {
            throw new Refusal(404, "Port id " + request.at("port") + " could not be found.");
        }
        return Action.accepted();
    }

    private static ObjectNode json(JsonNode port) {
        ObjectNode json = Json.object()
                .put("net_id", port.path("network_id").asText())
                .put("port_id", port.path("id").asText())
                .put("mac_addr", port.path("mac_address").asText())
                .put("port_state", port.path("status").asText());
        return json.set("fixed_ips", port.path("fixed_ips"));
    }

    private Answer addresses(Request request) {
        ObjectNode all =
                ServerView.plain(cloud.ports().addresses(servers.get(request).id()));
        return Answer.json(200, Json.wrap("addresses", all));
    }

    private Answer groups(Request request) {
        List<ObjectNode> groups = cloud.ports().groupsOf(servers.get(request).id()).stream()
                .map(Interfaces::group)
                .toList();
        return Answer.json(200, Json.wrap("security_groups", Json.list(groups)));
    }

    private static ObjectNode group(JsonNode group) {
        ObjectNode json = Json.object()
                .put("id", group.path("id").asText())
                .put("name", group.path("name").asText())
                .put("description", group.path("description").asText())
                .put("tenant_id", group.path("tenant_id").asText());
        for (JsonNode rule : group.path("security_group_rules")) {
            if (rule.path("direction").asText().equals("ingress")) {
                ObjectNode shown = json.withArray("rules")
                        .addObject()
                        .put("id", rule.path("id").asText())
                        .put("parent_group_id", group.path("id").asText());
                shown.set("ip_protocol", rule.path("protocol"));
                shown.set("from_port", rule.path("port_range_min"));
                shown.set("to_port", rule.path("port_range_max"));
                ObjectNode remote = shown.putObject("group");
                ObjectNode range = shown.putObject("ip_range");
                if (rule.hasNonNull("remote_group_id")) {
                    remote.put("name", group.path("name").asText())
                            .put("tenant_id", group.path("tenant_id").asText());
                } else {
                    range.put("cidr", rule.path("remote_ip_prefix").asText("0.0.0.0/0"));
                }
            }
        }
        json.withArray("rules");
        return json;
    }
}
