package io.kws.sdk.openstack.buckets;

/** Empties a container. */
@FunctionalInterface
interface Purge {
    /** Leaves everything as it is. */
    Purge NONE = container -> {};

    /** Deletes what is in a container. */
    void empty(String container);
}
