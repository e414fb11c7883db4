package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Set;

/** The rules of all security groups. */
final class SecurityGroupRules extends Resources {
    private static final List<String> SUBSTANCE = List.of(
            "security_group_id",
            "direction",
            "ethertype",
            "protocol",
            "port_range_min",
            "port_range_max",
            "remote_ip_prefix",
            "remote_group_id");

    private final Topology topology;

    SecurityGroupRules(Site site, Topology topology) {
        super(
                Kind.RULE,
                site,
                Set.of(
                        "security_group_id",
                        "direction",
                        "ethertype",
                        "protocol",
                        "port_range_min",
                        "port_range_max",
                        "remote_ip_prefix",
                        "remote_group_id",
                        "remote_address_group_id",
                        "description"));
        this.topology = topology;
    }

    List<ObjectNode> of(String groupId) {
        return all().stream()
                .filter(rule -> rule.path("security_group_id").asText().equals(groupId))
                .map(this::view)
                .toList();
    }

    ObjectNode builtIn(Caller caller, String groupId, String direction, String ethertype) {
        return bare(caller, Json.object())
                .put("security_group_id", groupId)
                .put("direction", direction)
                .put("ethertype", ethertype)
                .putNull("description");
    }

    @Override
    ObjectNode make(Caller caller, ObjectNode spec) {
        check(spec);
        topology.groups().get(caller, required(spec, "security_group_id"));
        ObjectNode row = bare(caller, spec).put("ethertype", "IPv4");
        row.setAll(spec);
        row.set("normalized_cidr", row.path("remote_ip_prefix").deepCopy());
        for (ObjectNode other : all()) {
            if (SUBSTANCE.stream()
                    .allMatch(name ->
                            other.path(name).asText().equals(row.path(name).asText()))) {
                throw new Refusal(
                        409,
                        "SecurityGroupRuleExists",
                        "Security group rule already exists. Rule id is " + id(other) + ".");
            }
        }
        return row;
    }

    private ObjectNode bare(Caller caller, ObjectNode spec) {
        ObjectNode row = blank(caller, spec);
        row.remove(List.of("name", "tags"));
        SUBSTANCE.forEach(row::putNull);
        return row.putNull("remote_address_group_id").putNull("normalized_cidr");
    }

    private static void check(ObjectNode spec) {
        String direction = required(spec, "direction");
        if (!direction.equals("ingress") && !direction.equals("egress")) {
            throw invalid("direction", direction + " is not in valid_values.");
        }
        boolean ports = spec.hasNonNull("port_range_min") || spec.hasNonNull("port_range_max");
        String protocol = spec.path("protocol").asText("");
        if (ports && !spec.hasNonNull("protocol")) {
            throw new Refusal(
                    400,
                    "SecurityGroupProtocolRequiredWithPorts",
                    "Must also specify protocol if port range is given.");
        }
        boolean backwards = spec.path("port_range_min").asInt()
                > spec.path("port_range_max").asInt();
        if (ports && backwards && Set.of("tcp", "udp").contains(protocol)) {
            throw new Refusal(
                    400,
                    "SecurityGroupInvalidPortRange",
                    "For TCP/UDP protocols, port_range_min must be <= port_range_max");
        }
    }

    @Override
    void release(Caller caller, ObjectNode row) {}
}
