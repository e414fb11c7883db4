package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Which server an address leads to, and what its security groups let in. The node's lock guards it. */
public final class Reach {
    private final Topology topology;

    Reach(Topology topology) {
        this.topology = topology;
    }

    /**
     * Finds the server behind an address.
     *
     * @param address a floating or fixed IPv4 address
     * @return the server's identifier
     */
    public Optional<String> serverAt(String address) {
        return portAt(address)
                .filter(port -> port.path("device_owner").asText().startsWith("compute:"))
                .map(port -> port.path("device_id").asText());
    }

    /**
     * Tells whether the security groups of a port let a connection in.
     *
     * @param address the address of the port
     * @param tcpPort the TCP port
     * @return whether a rule allows it
     */
    public boolean lets(String address, int tcpPort) {
        return portAt(address).filter(port -> lets(port, tcpPort)).isPresent();
    }

    private boolean lets(ObjectNode port, int tcpPort) {
        if (!port.path("port_security_enabled").asBoolean()) {
            return true;
        }
        for (JsonNode group : port.path("security_groups")) {
            if (topology.rules().of(group.asText()).stream().anyMatch(rule -> allows(rule, tcpPort))) {
                return true;
            }
        }
        return false;
    }

    private static boolean allows(ObjectNode rule, int tcpPort) {
        String protocol = rule.path("protocol").asText("any");
        return rule.path("direction").asText().equals("ingress")
                && rule.path("ethertype").asText().equals("IPv4")
                && rule.path("remote_group_id").isNull()
                && (protocol.equals("tcp")
                        || protocol.equals("6")
                        || rule.path("protocol").isNull())
                && rule.path("port_range_min").asInt(0) <= tcpPort
                && tcpPort <= rule.path("port_range_max").asInt(65535);
    }

    private Optional<ObjectNode> portAt(String address) {
        Optional<ObjectNode> floating = topology.floatingIps().all().stream()
                .filter(row -> row.path("floating_ip_address").asText().equals(address))
                .flatMap(row -> topology.ports().find(row.path("port_id").asText()).stream())
                .findFirst();
        return floating.or(() -> topology.ports().all().stream()
                .filter(port ->
                        port.path("fixed_ips").findValuesAsText("ip_address").contains(address))
                .findFirst());
    }
}
