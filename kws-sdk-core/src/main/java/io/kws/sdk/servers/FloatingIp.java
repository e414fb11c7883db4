package io.kws.sdk.servers;

/** Whether a server gets a floating IP. */
public enum FloatingIp {
    /** If ports are to be reachable, or readiness is tried from outside. */
    AS_NEEDED,
    /** Always. */
    ALWAYS,
    /** Never; it is reached from the node's own networks only. */
    NEVER
}
