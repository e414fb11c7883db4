package io.kws.sdk.k8s.health;

import io.kws.sdk.driver.HealthProbe;
import io.kws.sdk.health.ServiceHealth;
import io.kws.sdk.k8s.transport.Gate;
import io.kws.sdk.k8s.transport.Request;
import java.util.List;

/**
 * Asks a cluster for its version, with the node's credentials.
 *
 * @param gate the cluster
 */
public record ClusterHealth(Gate gate) implements HealthProbe {
    @Override
    public String name() {
        return "kubernetes";
    }

    @Override
    public List<ServiceHealth> check() {
        var unused = gate.send(Request.version());
        return List.of(new ServiceHealth(name(), ""));
    }
}
