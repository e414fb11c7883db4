package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Site;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Networks; those that are shared or external are everybody's to see. */
final class Networks extends Resources {
    private final Topology topology;

    Networks(Site site, Topology topology) {
        super(
                Kind.NETWORK,
                site,
                Set.of(
                        "name",
                        "description",
                        "admin_state_up",
                        "shared",
                        "router:external",
                        "mtu",
                        "port_security_enabled",
                        "availability_zone_hints",
                        "provider:network_type",
                        "provider:physical_network",
                        "provider:segmentation_id",
                        "dns_domain",
                        "is_default"));
        this.topology = topology;
    }

    @Override
    ObjectNode make(Caller caller, ObjectNode spec) {
        if (!caller.isAdmin() && spec.path("router:external").asBoolean()) {
            throw new Refusal(
                    403,
                    "PolicyNotAuthorized",
                    "(rule:create_network and rule:create_network:router:external) is disallowed by policy");
        }
        ObjectNode row = blank(caller, spec)
                .put("admin_state_up", true)
                .put("mtu", 1500)
                .put("status", "ACTIVE")
                .put("shared", false)
                .put("router:external", false)
                .put("port_security_enabled", true)
                .put("is_default", false)
                .putNull("ipv4_address_scope")
                .putNull("ipv6_address_scope");
        row.putArray("availability_zone_hints");
        row.putArray("availability_zones").add("nova");
        return row.setAll(spec);
    }

    @Override
    ObjectNode view(ObjectNode row) {
        ObjectNode view = super.view(row);
        List<String> subnets =
                topology.subnetsOf(id(row)).stream().map(Resources::id).toList();
        view.set("subnets", Json.texts(subnets));
        return view;
    }

    @Override
    boolean isVisible(Caller caller, ObjectNode row) {
        return super.isVisible(caller, row)
                || row.path("shared").asBoolean()
                || row.path("router:external").asBoolean();
    }

    @Override
    void release(Caller caller, ObjectNode row) {
        String inUse = topology.portsOn(id(row)).stream()
                .filter(port -> !port.path("device_owner").asText().equals("network:dhcp"))
                .map(Resources::id)
                .collect(Collectors.joining(","));
        if (!inUse.isEmpty()) {
            throw new Refusal(
                    409,
                    "NetworkInUse",
                    "Unable to complete operation on network " + id(row) + ". There are one or more ports still in use"
                            + " on the network, id for these ports is: " + inUse + ".");
        }
        topology.dropNetwork(id(row));
    }
}
