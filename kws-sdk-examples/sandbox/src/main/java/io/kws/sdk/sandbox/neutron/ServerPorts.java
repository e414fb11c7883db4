package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Caller;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ports of Nova's servers: made or bound for them, and given back. The node's lock guards it. */
public final class ServerPorts {
    private final Set<String> madeForServers = new HashSet<>();
    private final Topology topology;

    ServerPorts(Topology topology) {
        this.topology = topology;
    }

    /**
     * Finds a network a caller may use.
     *
     * @param caller who
     * @param id the network
     * @return whether it is there
     */
    public boolean hasNetwork(Caller caller, String id) {
        return topology.networks()
                .find(id)
                .filter(row -> topology.networks().isVisible(caller, row))
                .isPresent();
    }

    /**
     * Lists the networks a server gets when none is named.
     *
     * @param caller whose server
     * @return the identifiers
     */
    public List<String> networksOf(Caller caller) {
        return topology.networks().all().stream()
                .filter(row -> Resources.owner(row).equals(caller.projectId())
                        || row.path("shared").asBoolean())
                .filter(row -> !topology.subnetsOf(Resources.id(row)).isEmpty())
                .map(Resources::id)
                .toList();
    }

    /**
     * Returns the network of a port and who has it.
     *
     * @param caller who asks
     * @param portId the port
     * @return the port's attributes, empty if there is none the caller sees
     */
    public Optional<JsonNode> port(Caller caller, String portId) {
        return topology.ports()
                .find(portId)
                .filter(row -> topology.ports().isVisible(caller, row))
                .map(ObjectNode::deepCopy);
    }

    /**
     * Finds security groups by name or identifier.
     *
     * @param caller whose
     * @param nameOrId what to look for
     * @return the identifiers of those that match
     */
    public List<String> groups(Caller caller, String nameOrId) {
        topology.groups().defaultOf(caller);
        return topology.groups().all().stream()
                .filter(row -> Resources.owner(row).equals(caller.projectId()))
                .filter(row -> Resources.id(row).equals(nameOrId)
                        || row.path("name").asText().equals(nameOrId))
                .map(Resources::id)
                .toList();
    }

    /**
     * Tells whether a project may have more ports.
     *
     * @param caller whose
     * @param more how many
     * @return whether that is within the quota
     */
    public boolean hasRoom(Caller caller, int more) {
        try {
            topology.ports().checkQuota(caller.projectId(), more);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /**
     * Makes a port for a server.
     *
     * @param caller whose server
     * @param serverId the server
     * @param spec network, fixed IPs and security groups, as Neutron wants them
     */
    public void create(Caller caller, String serverId, ObjectNode spec) {
        spec.put("device_id", serverId).put("device_owner", "compute:nova");
        ObjectNode row = topology.ports().add(topology.ports().make(caller, spec));
        madeForServers.add(Resources.id(row));
    }

    /**
     * Gives a server a port that a user made.
     *
     * @param serverId the server
     * @param portId the port
     */
    public void bind(String serverId, String portId) {
        topology.ports().find(portId).ifPresent(row -> {
            row.put("device_id", serverId).put("device_owner", "compute:nova");
            topology.ports().touch(row);
        });
    }

    /**
     * Sets the status of a server's ports.
     *
     * @param serverId the server
     * @param status {@code ACTIVE} or {@code DOWN}
     */
    public void status(String serverId, String status) {
        of(serverId).forEach(row -> row.put("status", status));
    }

    /**
     * Takes all ports from a server: those made for it go, those a user made are unbound.
     *
     * @param serverId the server
     */
    public void release(String serverId) {
        of(serverId).forEach(this::release);
    }

    /**
     * Takes one port from a server.
     *
     * @param serverId the server
     * @param portId the port
     * @return whether the server had it
     */
    public boolean release(String serverId, String portId) {
        List<ObjectNode> found = of(serverId).stream()
                .filter(row -> Resources.id(row).equals(portId))
                .toList();
        found.forEach(this::release);
        return !found.isEmpty();
    }

    private void release(ObjectNode row) {
        row.put("device_id", "").put("device_owner", "").put("status", "DOWN");
        if (madeForServers.remove(Resources.id(row))) {
            topology.floatingIps().disassociate(Resources.id(row));
            topology.ports().remove(Resources.id(row));
        }
    }

    /**
     * Returns a server's addresses as Nova shows them.
     *
     * @param serverId the server
     * @return lists of addresses by the network's name
     */
    public ObjectNode addresses(String serverId) {
        ObjectNode all = Json.object();
        for (ObjectNode port : of(serverId)) {
            String network = topology.networks()
                    .find(port.path("network_id").asText())
                    .map(row -> row.path("name").asText())
                    .orElse("");
            ArrayNode list = all.withArray("/" + network.replace("~", "~0").replace("/", "~1"));
            String mac = port.path("mac_address").asText();
            port.path("fixed_ips")
                    .forEach(fixed -> list.add(address(fixed.path("ip_address").asText(), "fixed", mac)));
            floating(port).forEach(address -> list.add(address(address, "floating", mac)));
        }
        return all;
    }

    private List<String> floating(ObjectNode port) {
        return topology.floatingIps().all().stream()
                .filter(row -> row.path("port_id").asText().equals(Resources.id(port)))
                .map(row -> row.path("floating_ip_address").asText())
                .toList();
    }

    private static ObjectNode address(String address, String type, String mac) {
        return Json.object()
                .put("version", 4)
                .put("addr", address)
                .put("OS-EXT-IPS:type", type)
                .put("OS-EXT-IPS-MAC:mac_addr", mac);
    }

    /**
     * Returns a server's ports.
     *
     * @param serverId the server
     * @return copies of their attributes
     */
    public List<JsonNode> ports(String serverId) {
        return of(serverId).stream().<JsonNode>map(ObjectNode::deepCopy).toList();
    }

    /**
     * Returns the security groups of a server's ports.
     *
     * @param serverId the server
     * @return the groups as Neutron shows them, each once
     */
    public List<JsonNode> groupsOf(String serverId) {
        Set<String> ids = new LinkedHashSet<>();
        of(serverId).forEach(port -> port.path("security_groups").forEach(group -> ids.add(group.asText())));
        return ids.stream()
                .flatMap(id -> topology.groups().find(id).stream())
                .<JsonNode>map(row -> topology.groups().view(row))
                .toList();
    }

    /**
     * Adds a security group to a server's ports.
     *
     * @param serverId the server
     * @param groupId the group
     */
    public void addGroup(String serverId, String groupId) {
        removeGroup(serverId, groupId);
        of(serverId).forEach(port -> port.withArray("security_groups").add(groupId));
    }

    /**
     * Takes a security group from a server's ports.
     *
     * @param serverId the server
     * @param groupId the group
     * @return whether a port had it
     */
    public boolean removeGroup(String serverId, String groupId) {
        boolean found = false;
        for (ObjectNode port : of(serverId)) {
            ArrayNode rest = Json.array();
            port.path("security_groups").forEach(group -> {
                if (!group.asText().equals(groupId)) {
                    rest.add(group);
                }
            });
            found |= rest.size() < port.path("security_groups").size();
            port.set("security_groups", rest);
        }
        return found;
    }

    /**
     * Points a floating IP at a server, or away from all.
     *
     * @param caller whose
     * @param address the floating address
     * @param serverId the server, empty for none
     */
    public void associate(Caller caller, String address, Optional<String> serverId) {
        ObjectNode row = topology.floatingIps().all().stream()
                .filter(each -> each.path("floating_ip_address").asText().equals(address))
                .filter(each -> caller.owns(Resources.owner(each)))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "floating IP not found"));
        String portId = serverId.map(id -> of(id).stream()
                        .findFirst()
                        .map(Resources::id)
                        .orElseThrow(() -> new Refusal(400, "No nw_info cache associated with instance")))
                .orElse(null);
        topology.floatingIps().change(row, Json.object().put("port_id", portId));
    }

    boolean isMadeForServer(String portId) {
        return madeForServers.contains(portId);
    }

    private List<ObjectNode> of(String serverId) {
        return topology.ports().all().stream()
                .filter(row -> row.path("device_id").asText().equals(serverId))
                .toList();
    }
}
