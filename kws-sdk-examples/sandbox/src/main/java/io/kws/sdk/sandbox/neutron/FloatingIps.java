package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Set;

/** Addresses of external networks that lead to ports behind a router. */
final class FloatingIps extends Resources {
    private final Topology topology;

    FloatingIps(Site site, Topology topology) {
        super(
                Kind.FLOATING_IP,
                site,
                Set.of(
                        "floating_network_id",
                        "port_id",
                        "fixed_ip_address",
                        "floating_ip_address",
                        "subnet_id",
                        "description",
                        "dns_name",
                        "dns_domain"));
        this.topology = topology;
    }

    @Override
    ObjectNode make(Caller caller, ObjectNode spec) {
        ObjectNode network = topology.networks().get(caller, required(spec, "floating_network_id"));
        List<ObjectNode> subnets = topology.subnetsOf(id(network));
        if (!network.path("router:external").asBoolean() || subnets.isEmpty()) {
            throw new Refusal(
                    400,
                    "BadRequest",
                    "Bad floatingip request: Network " + id(network) + " is not a valid external network.");
        }
        ObjectNode row = blank(caller, spec).put("floating_network_id", id(network));
        row.remove("name");
        row.put("floating_ip_address", spec.path("floating_ip_address").asText(null));
        associate(row, spec.path("port_id"));
        if (row.path("floating_ip_address").isNull()) {
            row.put("floating_ip_address", topology.nextAddress(subnets.get(0)));
        }
        return row;
    }

    @Override
    void change(ObjectNode row, ObjectNode spec) {
        ObjectNode rest = spec.deepCopy();
        if (rest.has("port_id")) {
            associate(row, rest.path("port_id"));
        }
        rest.remove(List.of("port_id", "fixed_ip_address"));
        row.setAll(rest);
    }

    private void associate(ObjectNode row, JsonNode portId) {
        if (portId.isTextual()) {
            ObjectNode port =
                    topology.ports().find(portId.asText()).orElseThrow(() -> Kind.PORT.notFound(portId.asText()));
            connect(row, port);
        } else {
            row.putNull("port_id")
                    .putNull("router_id")
                    .putNull("fixed_ip_address")
                    .put("status", "DOWN");
        }
    }

    private void connect(ObjectNode row, ObjectNode port) {
        String networkId = row.path("floating_network_id").asText();
        JsonNode fixed = port.path("fixed_ips").path(0);
        if (fixed.isMissingNode()) {
            throw new Refusal(
                    400,
                    "BadRequest",
                    "Bad floatingip request: Cannot add floating IP to port " + id(port)
                            + " that has no fixed IPv4 addresses.");
        }
        String subnetId = fixed.path("subnet_id").asText();
        String routerId = topology.routerBetween(networkId, subnetId)
                .orElseThrow(() -> new Refusal(
                        404,
                        "ExternalGatewayForFloatingIPNotFound",
                        "External network " + networkId + " is not reachable from subnet " + subnetId
                                + ".  Therefore, cannot associate Port " + id(port) + " with a Floating IP."));
        checkFree(row, port);
        row.put("port_id", id(port))
                .put("router_id", routerId)
                .put("fixed_ip_address", fixed.path("ip_address").asText())
                .put("status", "ACTIVE");
    }

    private void checkFree(ObjectNode row, ObjectNode port) {
        for (ObjectNode other : all()) {
            if (other.path("port_id").asText().equals(id(port)) && !id(other).equals(id(row))) {
                throw new Refusal(
                        409,
                        "FloatingIPPortAlreadyAssociated",
                        "Cannot associate floating IP "
                                + row.path("floating_ip_address").asText() + " (" + id(row)
                                + ") with port " + id(port) + " using fixed IP "
                                + port.path("fixed_ips")
                                        .path(0)
                                        .path("ip_address")
                                        .asText()
                                + ", as that fixed IP already has a floating IP on external network "
                                + row.path("floating_network_id").asText() + ".");
            }
        }
    }

    void disassociate(String portId) {
        for (ObjectNode row : all()) {
            if (row.path("port_id").asText().equals(portId)) {
                associate(row, row.nullNode());
                touch(row);
            }
        }
    }

    @Override
    ObjectNode view(ObjectNode row) {
        ObjectNode view = super.view(row);
        view.set(
                "port_details",
                topology.ports()
                        .find(row.path("port_id").asText())
                        .map(FloatingIps::details)
                        .orElse(null));
        return view;
    }

    private static ObjectNode details(ObjectNode port) {
        return port.deepCopy()
                .retain("name", "network_id", "mac_address", "admin_state_up", "status", "device_id", "device_owner");
    }

    @Override
    void release(Caller caller, ObjectNode row) {}
}
