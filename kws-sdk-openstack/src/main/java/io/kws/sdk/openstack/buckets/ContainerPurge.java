package io.kws.sdk.openstack.buckets;

/** Empties a container. */
@FunctionalInterface
interface ContainerPurge {
    /** Deletes nothing. */
    ContainerPurge NONE = container -> {};

    /** Deletes all objects of a container. */
    void empty(String container);
}
