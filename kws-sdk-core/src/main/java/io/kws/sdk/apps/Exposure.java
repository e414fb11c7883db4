package io.kws.sdk.apps;

/** Where an app can be reached from. */
public enum Exposure {
    /** Everywhere, by a host name: the requested one, or one generated below the node's base domain; without either,
     * only from the cluster. */
    AS_CONFIGURED,
    /** Only from within the cluster, by the name of the app's Service. */
    CLUSTER
}
