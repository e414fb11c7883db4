package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Set;

/** Security groups; each project has one named {@code default}. */
final class SecurityGroups extends Resources {
    private final Topology topology;

    SecurityGroups(Site site, Topology topology) {
        super(Kind.SECURITY_GROUP, site, Set.of("name", "description", "stateful"));
        this.topology = topology;
    }

    @Override
    ObjectNode make(Caller caller, ObjectNode spec) {
        defaultOf(caller);
        ObjectNode row = blank(caller, spec).put("stateful", true).put("shared", false);
        row.setAll(spec);
        for (String ethertype : List.of("IPv4", "IPv6")) {
            topology.rules().add(topology.rules().builtIn(caller, id(row), "egress", ethertype));
        }
        return row.put("revision_number", 1);
    }

    ObjectNode defaultOf(Caller caller) {
        return all().stream()
                .filter(row -> owner(row).equals(caller.projectId()))
                .filter(row -> row.path("name").asText().equals("default"))
                .findFirst()
                .orElseGet(() -> makeDefault(caller));
    }

    private ObjectNode makeDefault(Caller caller) {
        ObjectNode spec = Json.object().put("name", "default").put("description", "Default security group");
        ObjectNode row = blank(caller, spec).put("stateful", true).put("shared", false);
        for (String ethertype : List.of("IPv4", "IPv6")) {
            SecurityGroupRules rules = topology.rules();
            rules.add(rules.builtIn(caller, id(row), "egress", ethertype));
            rules.add(rules.builtIn(caller, id(row), "ingress", ethertype).put("remote_group_id", id(row)));
        }
        return add(row.put("revision_number", 1));
    }

    @Override
    ObjectNode view(ObjectNode row) {
        ObjectNode view = super.view(row);
        List<ObjectNode> rules = topology.rules().of(id(row));
        rules.forEach(
                rule -> rule.put("standard_attr_id", id(rule).hashCode() >>> 1).putArray("tags"));
        view.set("security_group_rules", Json.list(rules));
        return view;
    }

    @Override
    void release(Caller caller, ObjectNode row) {
        if (row.path("name").asText().equals("default")) {
            throw new Refusal(
                    409,
                    "SecurityGroupCannotRemoveDefault",
                    "Insufficient rights for removing default security group.");
        }
        if (topology.ports().all().stream().anyMatch(port -> uses(port, id(row)))) {
            throw new Refusal(409, "SecurityGroupInUse", "Security Group " + id(row) + " in use.");
        }
        topology.rules().of(id(row)).forEach(rule -> topology.rules().remove(id(rule)));
    }

    private static boolean uses(ObjectNode port, String groupId) {
        for (JsonNode group : port.path("security_groups")) {
            if (group.asText().equals(groupId)) {
                return true;
            }
        }
        return false;
    }
}
