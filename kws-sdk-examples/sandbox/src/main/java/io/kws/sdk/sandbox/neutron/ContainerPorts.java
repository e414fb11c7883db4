package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Caller;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The ports of Zun's containers, and the security groups of what they expose. The node's lock guards it. */
public final class ContainerPorts {
    private final Set<String> made = new HashSet<>();
    private final Topology topology;

    ContainerPorts(Topology topology) {
        this.topology = topology;
    }

    /**
     * Finds the network that a user names.
     *
     * @param caller who
     * @param nameOrId the network
     * @return its identifier
     * @throws Refusal if there is none or several, or if it is not the caller's to attach to
     */
    public String named(Caller caller, String nameOrId) {
        List<ObjectNode> found = topology.networks().all().stream()
                .filter(row -> topology.networks().isVisible(caller, row))
                .filter(row -> Resources.id(row).equals(nameOrId)
                        || row.path("name").asText().equals(nameOrId))
                .toList();
        if (found.isEmpty()) {
            throw new Refusal(404, "network-not-found", "Neutron network " + nameOrId + " could not be found.");
        }
        if (found.size() > 1) {
            throw new Refusal(
                    409, "conflict", "Multiple neutron networks exist with same name. Please use the uuid instead.");
        }
        ObjectNode network = found.get(0);
        boolean external = network.path("router:external").asBoolean()
                && !network.path("shared").asBoolean();
        if (external && !caller.isAdmin()) {
            throw new Refusal(
                    403,
                    "external-network-attach-forbidden",
                    "It is not allowed to create an interface on external network " + Resources.id(network));
        }
        return Resources.id(network);
    }

    /**
     * Finds the network a container gets when none is named: the project's, else a shared one.
     *
     * @param caller whose container
     * @return its identifier
     * @throws Refusal if there is none
     */
    public String usual(Caller caller) {
        List<ObjectNode> all = topology.networks().all();
        return all.stream()
                .filter(row -> Resources.owner(row).equals(caller.projectId()))
                .filter(row -> !row.path("shared").asBoolean())
                .findFirst()
                .or(() -> all.stream()
                        .filter(row -> row.path("shared").asBoolean())
                        .findFirst())
                .map(Resources::id)
                .orElseThrow(() -> new Refusal(409, "conflict", "There is no neutron network available"));
    }

    /**
     * Makes a security group that lets in what a container exposes.
     *
     * @param caller whose container
     * @param containerId the container
     * @param exposed ports such as {@code 80/tcp}
     * @return the group's identifier
     */
    public String expose(Caller caller, String containerId, Collection<String> exposed) {
        ObjectNode spec = Json.object().put("name", "zun-" + containerId);
        topology.groups().checkQuota(caller.projectId(), 1);
        String group = Resources.id(topology.groups().add(topology.groups().make(caller, spec)));
        made.add(group);
        for (String port : exposed) {
            int slash = port.indexOf('/');
            int number = Integer.parseInt(port.substring(0, slash));
            ObjectNode rule = Json.object()
                    .put("security_group_id", group)
                    .put("direction", "ingress")
                    .put("protocol", port.substring(slash + 1))
                    .put("port_range_min", number)
                    .put("port_range_max", number)
                    .put("remote_ip_prefix", "0.0.0.0/0");
            topology.rules().add(topology.rules().make(caller, rule));
        }
        return group;
    }

    /**
     * Connects a container.
     *
     * @param caller whose container
     * @param containerId the container
     * @param port the network, and the security groups if not the default one
     * @return its addresses as Zun shows them, by network
     */
    public ObjectNode connect(Caller caller, String containerId, ObjectNode port) {
        port.put("device_id", containerId).put("device_owner", "compute:kuryr");
        topology.ports().checkQuota(caller.projectId(), 1);
        ObjectNode row = topology.ports().add(topology.ports().make(caller, port));
        row.put("status", "ACTIVE");
        made.add(Resources.id(row));
        ArrayNode addresses = Json.array();
        for (JsonNode fixed : row.path("fixed_ips")) {
            addresses
                    .addObject()
                    .put("subnet_id", fixed.path("subnet_id").asText())
                    .put("version", 4)
                    .put("preserve_on_delete", false)
                    .put("addr", fixed.path("ip_address").asText())
                    .put("port", Resources.id(row));
        }
        return Json.wrap(row.path("network_id").asText(), addresses);
    }

    /**
     * Takes away all that was made for a container.
     *
     * @param containerId the container
     */
    public void release(String containerId) {
        for (ObjectNode port : topology.ports().all()) {
            if (port.path("device_id").asText().equals(containerId) && made.remove(Resources.id(port))) {
                topology.ports().remove(Resources.id(port));
            }
        }
        for (ObjectNode group : topology.groups().all()) {
            if (group.path("name").asText().equals("zun-" + containerId) && made.remove(Resources.id(group))) {
                topology.rules()
                        .of(Resources.id(group))
                        .forEach(rule -> topology.rules().remove(Resources.id(rule)));
                topology.groups().remove(Resources.id(group));
            }
        }
    }

    boolean isMadeForContainer(String id) {
        return made.contains(id);
    }
}
