package io.kws.sdk.health;

/** How a node does. */
public enum HealthStatus {
    /** It is reached, and all its services answer. */
    OK,
    /** It is reached, but a service of it does not answer as it should. */
    DEGRADED,
    /** It refuses the credentials. */
    UNAUTHORIZED,
    /** It does not answer. */
    UNREACHABLE
}
