package io.kws.sdk.sandbox;

/** What a project may have only so many of. */
public enum Quota {
    /** Servers; Nova refuses more with 403. */
    INSTANCES("instances"),
    /** Virtual CPUs of all servers. */
    CORES("cores"),
    /** Memory of all servers in MB. */
    RAM("ram"),
    /** Keypairs of a user. */
    KEYPAIRS("key_pairs"),
    /** Networks; Neutron refuses more with 409. */
    NETWORKS("network"),
    /** Subnets. */
    SUBNETS("subnet"),
    /** Ports, those of servers included. */
    PORTS("port"),
    /** Routers. */
    ROUTERS("router"),
    /** Floating IPs. */
    FLOATING_IPS("floatingip"),
    /** Security groups, the default one included. */
    SECURITY_GROUPS("security_group"),
    /** Security-group rules, those of the default group included. */
    SECURITY_GROUP_RULES("security_group_rule"),
    /** Volumes; Cinder refuses more with 413. */
    VOLUMES("volumes"),
    /** Size of all volumes and snapshots in GB. */
    GIGABYTES("gigabytes"),
    /** Volume snapshots. */
    SNAPSHOTS("snapshots"),
    /** Containers; Zun refuses more with 403. */
    CONTAINERS("containers"),
    /** Shares of virtual CPUs of all containers. */
    CONTAINER_CPUS("cpu"),
    /** Memory of all containers in MiB. */
    CONTAINER_MEMORY("memory");

    private final String limit;

    Quota(String limit) {
        this.limit = limit;
    }

    String limit() {
        return limit;
    }
}
