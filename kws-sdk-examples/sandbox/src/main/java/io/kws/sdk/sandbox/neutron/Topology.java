package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Routes;
import io.kws.sdk.sandbox.site.Site;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All of Neutron's resources, and how they hang together. The node's lock guards it. */
final class Topology {
    private final Addresses addresses = new Addresses();
    private final Networks networks;
    private final Subnets subnets;
    private final Routers routers;
    private final Ports ports;
    private final FloatingIps floatingIps;
    private final SecurityGroups groups;
    private final SecurityGroupRules rules;

    Topology(Site site) {
        this.networks = new Networks(site, this);
        this.subnets = new Subnets(site, this);
        this.routers = new Routers(site, this);
        this.ports = new Ports(site, this);
        this.floatingIps = new FloatingIps(site, this);
        this.groups = new SecurityGroups(site, this);
        this.rules = new SecurityGroupRules(site, this);
    }

    void register(Routes routes) {
        all().forEach(resources -> resources.register(routes));
    }

    Stream<Resources> all() {
        return Stream.of(networks, subnets, routers, ports, floatingIps, groups, rules);
    }

    Networks networks() {
        return networks;
    }

    Subnets subnets() {
        return subnets;
    }

    Routers routers() {
        return routers;
    }

    Ports ports() {
        return ports;
    }

    FloatingIps floatingIps() {
        return floatingIps;
    }

    SecurityGroups groups() {
        return groups;
    }

    SecurityGroupRules rules() {
        return rules;
    }

    List<ObjectNode> subnetsOf(String networkId) {
        return on(subnets, networkId);
    }

    List<ObjectNode> portsOn(String networkId) {
        return on(ports, networkId);
    }

    private static List<ObjectNode> on(Resources resources, String networkId) {
        return resources.all().stream()
                .filter(row -> row.path("network_id").asText().equals(networkId))
                .toList();
    }

    void dropNetwork(String networkId) {
        portsOn(networkId).forEach(port -> ports.remove(Resources.id(port)));
        subnetsOf(networkId).forEach(subnet -> subnets.remove(Resources.id(subnet)));
    }

    String nextAddress(ObjectNode subnet) {
        return addresses.next(subnet, taken(Resources.id(subnet)));
    }

    /** {@return the addresses of a subnet that ports, routers and floating IPs have} */
    Set<String> taken(String subnetId) {
        Set<String> taken = new HashSet<>();
        for (ObjectNode port : ports.all()) {
            Ports.addressOn(port, subnetId).ifPresent(taken::add);
        }
        for (ObjectNode router : routers.all()) {
            JsonNode fixed = router.path("external_gateway_info").path("external_fixed_ips");
            taken.add(fixed.path(0).path("ip_address").asText());
        }
        for (ObjectNode floatingIp : floatingIps.all()) {
            taken.add(floatingIp.path("floating_ip_address").asText());
        }
        return taken;
    }

    Optional<String> routerBetween(String externalNetworkId, String subnetId) {
        return routers.between(externalNetworkId, subnetId);
    }
}
