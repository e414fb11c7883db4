package io.kws.sdk.k8s.health;

import io.kws.sdk.driver.HealthProbe;
import io.kws.sdk.driver.values.ServiceHealthValue;
import io.kws.sdk.health.ServiceHealth;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import java.util.List;

/**
 * Asks a cluster for its version, with the node's credentials.
 *
 * @param client the cluster
 */
public record ClusterHealth(ClusterClient client) implements HealthProbe {
    @Override
    public String name() {
        return "kubernetes";
    }

    @Override
    public List<ServiceHealth> check() {
        var unused = client.send(Request.version());
        return List.of(ServiceHealthValue.builder().service(name()).build());
    }
}
