package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Site;
import java.util.Set;

/** Subnets of IPv4 addresses. */
final class Subnets extends Resources {
    private final Topology topology;

    Subnets(Site site, Topology topology) {
        super(
                Kind.SUBNET,
                site,
                Set.of(
                        "name",
                        "description",
                        "network_id",
                        "ip_version",
                        "cidr",
                        "gateway_ip",
                        "enable_dhcp",
                        "allocation_pools",
                        "dns_nameservers",
                        "host_routes",
                        "service_types",
                        "subnetpool_id",
                        "ipv6_ra_mode",
                        "ipv6_address_mode"));
        this.topology = topology;
    }

    @Override
    ObjectNode make(Caller caller, ObjectNode spec) {
        String networkId = required(spec, "network_id");
        required(spec, "ip_version");
        topology.networks().get(caller, networkId);
        Cidr cidr = Cidr.parse(required(spec, "cidr"))
                .orElseThrow(() -> invalid("cidr", "'" + spec.path("cidr").asText() + "' is not a valid IP subnet."));
        checkOverlap(networkId, cidr);
        ObjectNode row = blank(caller, spec)
                .put("ip_version", 4)
                .put("enable_dhcp", true)
                .putNull("subnetpool_id")
                .putNull("ipv6_ra_mode")
                .putNull("ipv6_address_mode")
                .put("gateway_ip", Cidr.text(cidr.first() + 1));
        row.putArray("host_routes");
        row.putArray("dns_nameservers");
        row.putArray("service_types");
        row.setAll(spec);
        row.put("cidr", cidr.toString());
        if (!spec.has("allocation_pools")) {
            row.putArray("allocation_pools").add(pool(row, cidr));
        }
        return row;
    }

    private static JsonNode pool(ObjectNode row, Cidr cidr) {
        boolean gatewayFirst = row.path("gateway_ip").asText().equals(Cidr.text(cidr.first() + 1));
        return Json.object()
                .put("start", Cidr.text(cidr.first() + (gatewayFirst ? 2 : 1)))
                .put("end", Cidr.text(cidr.last() - 1));
    }

    private void checkOverlap(String networkId, Cidr cidr) {
        for (ObjectNode other : topology.subnetsOf(networkId)) {
            if (Cidr.parse(other.path("cidr").asText()).orElseThrow().overlaps(cidr)) {
                throw new Refusal(
                        400,
                        "InvalidInput",
                        "Invalid input for operation: Requested subnet with cidr: " + cidr + " for network: "
                                + networkId + " overlaps with another subnet.");
            }
        }
    }

    @Override
    void release(Caller caller, ObjectNode row) {
        boolean used = topology.ports().all().stream()
                .filter(port -> !port.path("device_owner").asText().equals("network:dhcp"))
                .anyMatch(port -> Ports.isOnSubnet(port, id(row)));
        if (used) {
            throw new Refusal(
                    409,
                    "SubnetInUse",
                    "Unable to complete operation on subnet " + id(row)
                            + ": One or more ports have an IP allocation from this subnet.");
        }
    }
}
