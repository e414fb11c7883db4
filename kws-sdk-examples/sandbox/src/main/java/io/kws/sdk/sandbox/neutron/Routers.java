package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.http.Request;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Routers between a project's subnets and an external network. */
final class Routers extends Resources {
    private static final String INTERFACE = "network:router_interface";

    private final Topology topology;

    Routers(Site site, Topology topology) {
        super(
                Kind.ROUTER,
                site,
                Set.of(
                        "name",
                        "description",
                        "admin_state_up",
                        "external_gateway_info",
                        "routes",
                        "availability_zone_hints",
                        "ha",
                        "distributed",
                        "flavor_id"));
        this.topology = topology;
    }

    @Override
    void register(Routes routes) {
        super.register(routes);
        routes.on("PUT", kind().path() + "/{id}/add_router_interface", this::addInterface)
                .on("PUT", kind().path() + "/{id}/remove_router_interface", this::removeInterface);
    }

    @Override
    ObjectNode make(Caller caller, ObjectNode spec) {
        ObjectNode row = blank(caller, spec)
                .put("admin_state_up", true)
                .put("status", "ACTIVE")
                .putNull("external_gateway_info")
                .putNull("flavor_id");
        row.putArray("availability_zones").add("nova");
        row.putArray("availability_zone_hints");
        row.putArray("routes");
        change(row, spec);
        return row;
    }

    @Override
    void change(ObjectNode row, ObjectNode spec) {
        ObjectNode rest = spec.deepCopy();
        if (spec.has("external_gateway_info")) {
            JsonNode gateway = rest.remove("external_gateway_info");
            row.set("external_gateway_info", gateway.hasNonNull("network_id") ? gateway(gateway) : null);
        }
        row.setAll(rest);
    }

    private ObjectNode gateway(JsonNode wanted) {
        String networkId = wanted.path("network_id").asText();
        ObjectNode network = topology.networks().find(networkId).orElseThrow(() -> Kind.NETWORK.notFound(networkId));
        if (!network.path("router:external").asBoolean()) {
            throw new Refusal(
                    400, "BadRequest", "Bad router request: Network " + networkId + " is not an external network.");
        }
        ObjectNode gateway = Json.object().put("network_id", networkId).put("enable_snat", true);
        ObjectNode subnet = topology.subnetsOf(networkId).get(0);
        gateway.putArray("external_fixed_ips")
                .addObject()
                .put("subnet_id", id(subnet))
                .put("ip_address", topology.nextAddress(subnet));
        return gateway;
    }

    Optional<String> between(String externalNetworkId, String subnetId) {
        return all().stream()
                .filter(row -> row.path("external_gateway_info")
                        .path("network_id")
                        .asText()
                        .equals(externalNetworkId))
                .filter(row -> interfaceOn(id(row), subnetId).isPresent())
                .map(Resources::id)
                .findFirst();
    }

    private Answer addInterface(Request request) {
        ObjectNode router = get(request.caller(), request.at("id"));
        ObjectNode body = request.json();
        if (body.hasNonNull("port_id")) {
            ObjectNode port =
                    topology.ports().get(request.caller(), body.path("port_id").asText());
            return answer(router, port.put("device_id", id(router)).put("device_owner", INTERFACE));
        }
        ObjectNode subnet =
                topology.subnets().get(request.caller(), body.path("subnet_id").asText());
        return answer(router, attach(request.caller(), router, subnet));
    }

    ObjectNode attach(Caller caller, ObjectNode router, ObjectNode subnet) {
        if (interfaceOn(id(router), id(subnet)).isPresent()) {
            throw new Refusal(
                    400, "BadRequest", "Bad router request: Router already has a port on subnet " + id(subnet) + ".");
        }
        ObjectNode spec =
                Json.object().put("network_id", subnet.path("network_id").asText());
        spec.putArray("fixed_ips")
                .addObject()
                .put("subnet_id", id(subnet))
                .put("ip_address", subnet.path("gateway_ip").asText());
        spec.putArray("security_groups");
        spec.put("device_id", id(router)).put("device_owner", INTERFACE);
        ObjectNode port = topology.ports().make(caller, spec);
        return topology.ports().add(port.put("status", "ACTIVE").put("port_security_enabled", false));
    }

    private Answer removeInterface(Request request) {
        ObjectNode router = get(request.caller(), request.at("id"));
        ObjectNode body = request.json();
        ObjectNode port = body.hasNonNull("port_id")
                ? topology.ports().get(request.caller(), body.path("port_id").asText())
                : interfaceOn(id(router), body.path("subnet_id").asText())
                        .orElseThrow(
                                () -> noInterface(router, body.path("subnet_id").asText()));
        checkUnused(router, port);
        topology.ports().remove(id(port));
        return answer(router, port);
    }

    private static Refusal noInterface(ObjectNode router, String subnetId) {
        return new Refusal(
                404,
                "RouterInterfaceNotFoundForSubnet",
                "Router " + id(router) + " has no interface on subnet " + subnetId);
    }

    private void checkUnused(ObjectNode router, ObjectNode port) {
        String subnetId = port.path("fixed_ips").path(0).path("subnet_id").asText();
        boolean used = topology.floatingIps().all().stream()
                .filter(row -> row.path("router_id").asText().equals(id(router)))
                .map(row -> topology.ports().find(row.path("port_id").asText()))
                .anyMatch(target ->
                        target.filter(each -> Ports.isOnSubnet(each, subnetId)).isPresent());
        if (used) {
            throw new Refusal(
                    409,
                    "RouterInterfaceInUseByFloatingIP",
                    "Router interface for subnet " + subnetId + " on router " + id(router)
                            + " cannot be deleted, as it is required by one or more floating IPs.");
        }
    }

    private List<ObjectNode> interfaces(String routerId) {
        return topology.ports().all().stream()
                .filter(port -> port.path("device_id").asText().equals(routerId))
                .toList();
    }

    private Optional<ObjectNode> interfaceOn(String routerId, String subnetId) {
        return interfaces(routerId).stream()
                .filter(port -> Ports.isOnSubnet(port, subnetId))
                .findFirst();
    }

    private static Answer answer(ObjectNode router, ObjectNode port) {
        String subnetId = port.path("fixed_ips").path(0).path("subnet_id").asText();
        ObjectNode body = Json.object()
                .put("id", id(router))
                .put("tenant_id", owner(router))
                .put("port_id", id(port))
                .put("network_id", port.path("network_id").asText())
                .put("subnet_id", subnetId);
        body.putArray("subnet_ids").add(subnetId);
        return Answer.json(200, body);
    }

    @Override
    void release(Caller caller, ObjectNode row) {
        String attached = interfaces(id(row)).stream().map(Resources::id).collect(Collectors.joining(","));
        if (!attached.isEmpty()) {
            throw new Refusal(409, "RouterInUse", "Router " + id(row) + " has ports still attached: " + attached);
        }
    }
}
