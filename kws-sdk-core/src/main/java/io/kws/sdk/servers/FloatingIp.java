package io.kws.sdk.servers;

/** Whether a server gets a floating IP. */
public enum FloatingIp {
    /** If the spec opens ports, or readiness is checked from outside. */
    AS_NEEDED,
    /** Always. */
    ALWAYS,
    /** Never; the server is reachable from the node's networks only. */
    NEVER
}
