package io.kws.sdk.health;

public record NodeHealth(String node, HealthStatus status, java.util.List<ServiceHealth> services) {
}
