package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Ports, made by users, by Nova for its servers, and by routers. */
final class Ports extends Resources {
    private static final Set<String> SERVICE_OWNERS =
            Set.of("network:router_interface", "network:router_gateway", "network:floatingip");

    private final Topology topology;

    Ports(Site site, Topology topology) {
        super(
                Kind.PORT,
                site,
                Set.of(
                        "name",
                        "description",
                        "network_id",
                        "admin_state_up",
                        "mac_address",
                        "fixed_ips",
                        "device_id",
                        "device_owner",
                        "security_groups",
                        "binding:vnic_type",
                        "binding:host_id",
                        "binding:profile",
                        "port_security_enabled",
                        "allowed_address_pairs",
                        "extra_dhcp_opts",
                        "dns_name"));
        this.topology = topology;
    }

    @Override
    ObjectNode make(Caller caller, ObjectNode spec) {
        ObjectNode network = topology.networks().get(caller, required(spec, "network_id"));
        ObjectNode row = blank(caller, spec)
                .put("network_id", id(network))
                .put("mac_address", site().ids().mac())
                .put("admin_state_up", true)
                .put("status", "DOWN")
                .put("device_id", "")
                .put("device_owner", "")
                .put("binding:vnic_type", "normal")
                .put(
                        "port_security_enabled",
                        network.path("port_security_enabled").asBoolean());
        row.putArray("allowed_address_pairs");
        row.putArray("extra_dhcp_opts");
        row.setAll(spec);
        row.set("security_groups", securityGroups(caller, spec));
        row.set("fixed_ips", fixedIps(id(network), spec.path("fixed_ips")));
        return row.put("revision_number", 1);
    }

    private JsonNode securityGroups(Caller caller, ObjectNode spec) {
        if (!(spec.get("security_groups") instanceof ArrayNode wanted)) {
            return Json.array().add(id(topology.groups().defaultOf(caller)));
        }
        wanted.forEach(group -> topology.groups().get(caller, group.asText()));
        return wanted.deepCopy();
    }

    private ArrayNode fixedIps(String networkId, JsonNode wanted) {
        List<ObjectNode> subnets = topology.subnetsOf(networkId);
        ArrayNode fixed = Json.array();
        if (wanted.isArray()) {
            wanted.forEach(each -> fixed.add(fixedIp(subnets, each)));
        } else if (!subnets.isEmpty()) {
            fixed.add(fixedIp(subnets, Json.object()));
        }
        return fixed;
    }

    private ObjectNode fixedIp(List<ObjectNode> subnets, JsonNode wanted) {
        String address = wanted.path("ip_address").asText("");
        ObjectNode subnet = subnets.stream()
                .filter(each -> id(each).equals(wanted.path("subnet_id").asText(id(each))))
                .filter(each -> address.isEmpty() || contains(each, address))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        400,
                        "InvalidIpForNetwork",
                        "IP address " + address
                                + " is not a valid IP for any of the subnets on the specified network."));
        if (topology.taken(id(subnet)).contains(address)) {
            throw new Refusal(
                    409,
                    "IpAddressAlreadyAllocated",
                    "IP address " + address + " already allocated in subnet " + id(subnet));
        }
        String given = address.isEmpty() ? topology.nextAddress(subnet) : address;
        return Json.object().put("subnet_id", id(subnet)).put("ip_address", given);
    }

    private static boolean contains(ObjectNode subnet, String address) {
        return Cidr.parse(subnet.path("cidr").asText()).orElseThrow().contains(Cidr.number(address));
    }

    @Override
    void change(ObjectNode row, ObjectNode spec) {
        ObjectNode rest = spec.deepCopy();
        if (rest.remove("fixed_ips") instanceof ArrayNode wanted) {
            ArrayNode before = row.withArray("fixed_ips");
            row.putArray("fixed_ips");
            try {
                row.set("fixed_ips", fixedIps(row.path("network_id").asText(), wanted));
            } catch (Refusal refusal) {
                row.set("fixed_ips", before);
                throw refusal;
            }
        }
        for (JsonNode group : spec.path("security_groups")) {
            if (topology.groups().find(group.asText()).isEmpty()) {
                throw Kind.SECURITY_GROUP.notFound(group.asText());
            }
        }
        row.setAll(rest);
    }

    @Override
    void release(Caller caller, ObjectNode row) {
        String owner = row.path("device_owner").asText();
        if (SERVICE_OWNERS.contains(owner)) {
            throw new Refusal(
                    409,
                    "ServicePortInUse",
                    "Port " + id(row) + " cannot be deleted directly via the port API: has device owner " + owner
                            + ".");
        }
        topology.floatingIps().disassociate(id(row));
    }

    static boolean isOnSubnet(ObjectNode port, String subnetId) {
        return addressOn(port, subnetId).isPresent();
    }

    static Optional<String> addressOn(ObjectNode port, String subnetId) {
        for (JsonNode fixed : port.path("fixed_ips")) {
            if (fixed.path("subnet_id").asText().equals(subnetId)) {
                return Optional.of(fixed.path("ip_address").asText());
            }
        }
        return Optional.empty();
    }
}
