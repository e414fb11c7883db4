package io.kws.sdk.k8s.client;

import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.driver.http.CallContract;
import io.kws.sdk.k8s.TinyCluster;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** The failures of calls to a cluster are the same errors as those of calls to a cloud. */
class ClusterCallsTest extends CallContract {
    private final TinyCluster cluster = new TinyCluster();

    @AfterEach
    void close() {
        cluster.close();
    }

    @Override
    protected void read(URI service) {
        try (ClusterClient client = cluster.client(ClusterConfig.server(service))) {
            client.send(Request.get(ApiResource.PODS, "default", "web"));
        }
    }

    @Override
    protected void create(URI service) {
        try (ClusterClient client = cluster.client(ClusterConfig.server(service))) {
            client.send(Request.create(ApiResource.PODS, "default", Map.of("kind", "Pod")));
        }
    }

    /** Without these words the API is missing, not the object. */
    @Override
    protected String body(int status) {
        return status == 404 ? "{\"reason\":\"NotFound\",\"details\":{\"name\":\"web\"}}" : "";
    }
}
