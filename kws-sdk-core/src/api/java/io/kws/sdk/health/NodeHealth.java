package io.kws.sdk.health;

public interface NodeHealth {
    String node();
    HealthStatus status();
    java.util.List<ServiceHealth> services();
}
