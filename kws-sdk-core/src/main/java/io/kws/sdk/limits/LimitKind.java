package io.kws.sdk.limits;

import java.util.Locale;

/** The resources that a project's limits restrict. */
public enum LimitKind {
    /** Nova servers. */
    SERVERS,
    /** Virtual CPUs of all servers. */
    CORES,
    /** Memory of all servers, in MiB. */
    MEMORY_MIB,
    /** Neutron ports. */
    PORTS,
    /** Neutron floating IPs. */
    FLOATING_IPS,
    /** Neutron networks. */
    NETWORKS,
    /** Neutron security groups. */
    SECURITY_GROUPS,
    /** Rules of all Neutron security groups. */
    SECURITY_GROUP_RULES,
    /** Cinder volumes. */
    VOLUMES,
    /** Size of all Cinder volumes and snapshots, in GiB. */
    VOLUME_GIB,
    /** Snapshots of Cinder volumes. */
    VOLUME_SNAPSHOTS,
    /** Size of all objects in all Swift containers, in bytes. */
    OBJECT_BYTES,
    /** Zun containers. */
    CONTAINERS,
    /** Virtual CPUs of all Zun containers. */
    CONTAINER_CORES,
    /** Memory of all Zun containers, in MiB. */
    CONTAINER_MEMORY_MIB,
    /**
     * Free capacity of the node's machines, in instances of the requested size; only in plans, and only where the
     * credentials are allowed to read it.
     */
    PLACES;

    /** {@return the kind as used in a sentence, such as {@code floating IPs}} */
    public String label() {
        return switch (this) {
            case MEMORY_MIB -> "MiB of memory";
            case FLOATING_IPS -> "floating IPs";
            case VOLUME_GIB -> "GiB of volumes";
            case OBJECT_BYTES -> "bytes of objects";
            case CONTAINER_MEMORY_MIB -> "MiB of container memory";
            case PLACES -> "places on machines";
            default -> name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
