package io.kws.sdk.openstack.buckets;

/** Empties a container. */
@FunctionalInterface
interface ContainerPurge {
    /** Leaves everything as it is. */
    ContainerPurge NONE = container -> {};

    /** Deletes what is in a container. */
    void empty(String container);
}
