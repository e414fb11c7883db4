package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.site.Caller;
import java.util.List;

/** Lays the networks that a node has from the beginning. */
final class FirstNetworks {
    private final Topology topology;
    private final Caller admin;
    private final Caller demo;

    FirstNetworks(Topology topology, Caller admin, Caller demo) {
        this.topology = topology;
        this.admin = admin;
        this.demo = demo;
    }

    void lay() {
        ObjectNode outside = network(admin, "public");
        outside.put("router:external", true).put("port_security_enabled", false);
        ObjectNode outsideSubnet = Json.object().put("cidr", "172.24.4.0/24").put("enable_dhcp", false);
        outsideSubnet
                .putArray("allocation_pools")
                .addObject()
                .put("start", "172.24.4.10")
                .put("end", "172.24.4.200");
        subnet(admin, outside, "public-subnet", outsideSubnet);
        ObjectNode inside = network(demo, "private");
        ObjectNode subnet = subnet(demo, inside, "private-subnet", Json.object().put("cidr", "192.168.233.0/24"));
        ObjectNode routerSpec = Json.object().put("name", "router1");
        routerSpec.putObject("external_gateway_info").put("network_id", Resources.id(outside));
        ObjectNode router = topology.routers().add(topology.routers().make(demo, routerSpec));
        topology.routers().attach(demo, router, subnet);
        topology.groups().defaultOf(demo);
        openSsh();
        topology.all().forEach(Resources::keepBuiltIn);
    }

    private ObjectNode network(Caller owner, String name) {
        return topology.networks()
                .add(topology.networks().make(owner, Json.object().put("name", name)));
    }

    private ObjectNode subnet(Caller owner, ObjectNode network, String name, ObjectNode rest) {
        ObjectNode spec = Json.object()
                .put("name", name)
                .put("network_id", Resources.id(network))
                .put("ip_version", 4);
        return topology.subnets().add(topology.subnets().make(owner, spec.setAll(rest)));
    }

    private void openSsh() {
        ObjectNode spec = Json.object().put("name", "ssh-icmp").put("description", "ssh and ping from anywhere");
        ObjectNode group = topology.groups().add(topology.groups().make(demo, spec));
        ObjectNode ssh =
                Json.object().put("protocol", "tcp").put("port_range_min", 22).put("port_range_max", 22);
        for (ObjectNode rule : List.of(ssh, Json.object().put("protocol", "icmp"))) {
            rule.put("security_group_id", Resources.id(group))
                    .put("direction", "ingress")
                    .put("remote_ip_prefix", "0.0.0.0/0");
            topology.rules().add(topology.rules().make(demo, rule));
        }
    }
}
