package io.kws.sdk.health;

public enum HealthStatus {
    OK, DEGRADED, UNAUTHORIZED, UNREACHABLE;
}
