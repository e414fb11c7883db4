package io.kws.sdk.apps;

/** The state of an app, as its Deployment and Pods tell. */
public enum AppStatus {
    /** All replicas asked for serve, in the newest version. */
    AVAILABLE,
    /** Being rolled out, and nothing speaks against it yet. */
    PROGRESSING,
    /** Serves, but not with all replicas in the newest version; {@link App#reason} says why. */
    DEGRADED,
    /** No replica serves; {@link App#reason} says why. */
    FAILED,
    /** Scaled down to no replica. */
    STOPPED,
    /** Being deleted. */
    DELETING
}
