package io.kws.sdk.benchmarks.jmh;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.AppsV1Api;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.apis.NetworkingV1Api;
import io.kubernetes.client.openapi.models.V1DeploymentList;
import io.kubernetes.client.openapi.models.V1IngressList;
import io.kubernetes.client.openapi.models.V1PodList;
import io.kubernetes.client.util.ClientBuilder;
import io.kubernetes.client.util.KubeConfig;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** client-java. */
@State(Scope.Benchmark)
public class ClientJavaCalls {
    private ApiClient client = new ApiClient();

    /** Makes them, without a connection. */
    public ClientJavaCalls() {}

    /**
     * Connects.
     *
     * @throws IOException if the kubeconfig cannot be read
     */
    @Setup
    public void connect() throws IOException {
        try (Reader reader = Files.newBufferedReader(Target.file("kubeconfig"))) {
            client = ClientBuilder.kubeconfig(KubeConfig.loadKubeConfig(reader)).build();
        }
    }

    /**
     * What apps are read from.
     *
     * @param deployments all Deployments
     * @param pods all Pods
     * @param ingresses all Ingresses
     */
    public record Lists(V1DeploymentList deployments, V1PodList pods, V1IngressList ingresses) {}

    /**
     * Makes the three lists that apps are read from.
     *
     * @return the lists
     * @throws ApiException if one fails
     */
    @Benchmark
    public Lists apps() throws ApiException {
        return new Lists(
                new AppsV1Api(client).listDeploymentForAllNamespaces().execute(),
                new CoreV1Api(client).listPodForAllNamespaces().execute(),
                new NetworkingV1Api(client).listIngressForAllNamespaces().execute());
    }

    /** Disconnects; its threads would keep the JVM. */
    @TearDown
    public void close() {
        client.getHttpClient().dispatcher().executorService().shutdown();
        client.getHttpClient().connectionPool().evictAll();
    }
}
