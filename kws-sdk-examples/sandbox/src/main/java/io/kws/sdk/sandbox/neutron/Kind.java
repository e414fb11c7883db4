package io.kws.sdk.sandbox.neutron;

import io.kws.sdk.sandbox.http.Refusal;

/** What Neutron calls the things of one kind. */
enum Kind {
    NETWORK("network", "networks", "Network", "Network %s could not be found."),
    SUBNET("subnet", "subnets", "Subnet", "Subnet %s could not be found."),
    ROUTER("router", "routers", "Router", "Router %s could not be found"),
    PORT("port", "ports", "Port", "Port %s could not be found."),
    FLOATING_IP("floatingip", "floatingips", "FloatingIP", "Floating IP %s could not be found"),
    SECURITY_GROUP("security_group", "security_groups", "SecurityGroup", "Security group %s does not exist"),
    RULE("security_group_rule", "security_group_rules", "SecurityGroupRule", "Security group rule %s does not exist");

    private final String one;
    private final String many;
    private final String error;
    private final String missing;

    Kind(String one, String many, String error, String missing) {
        this.one = one;
        this.many = many;
        this.error = error;
        this.missing = missing;
    }

    /** {@return the name in bodies and of the quota} */
    String one() {
        return one;
    }

    String many() {
        return many;
    }

    String path() {
        return "/v2.0/" + many.replace('_', '-');
    }

    Refusal notFound(String id) {
        return new Refusal(404, error + "NotFound", missing.formatted(id));
    }
}
