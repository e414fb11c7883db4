package io.kws.sdk.apps;

/** Who reaches an app. */
public enum Exposure {
    /** Everybody, by a host name: the one asked for, or one made below the node's base domain; where there is neither, only the cluster. */
    AS_CONFIGURED,
    /** Only what runs in the cluster, by the name of the app's Service. */
    CLUSTER
}
