package io.kws.sdk.benchmarks.clients;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.AppsV1Api;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.apis.NetworkingV1Api;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1DeploymentStatus;
import io.kubernetes.client.openapi.models.V1Ingress;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.util.ClientBuilder;
import io.kubernetes.client.util.KubeConfig;
import io.kubernetes.client.util.WaitUtils;
import io.kubernetes.client.util.Yaml;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.Call;

/** The Kubernetes project's client. Its first argument is a kubeconfig. */
public final class ByClientJava extends Client {
    private static final String NAMESPACE = "default";
    private static final int PORTALS_PAUSE_MILLIS = 500;
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final AppsV1Api apps;
    private final CoreV1Api core;
    private final NetworkingV1Api networking;

    private ByClientJava(ApiClient client) {
        this.apps = new AppsV1Api(client);
        this.core = new CoreV1Api(client);
        this.networking = new NetworkingV1Api(client);
    }

    /**
     * Runs it.
     *
     * @param args the kubeconfig, and maybe a task
     * @throws IOException if the kubeconfig cannot be read
     */
    public static void main(String[] args) throws IOException {
        new ByClientJava(client(Path.of(args[0]))).serve(args, 1);
        System.exit(0); // its threads are no daemons
    }

    /**
     * Opens the client.
     *
     * @param kubeconfig where to
     * @return the client
     * @throws IOException if the kubeconfig cannot be read
     */
    public static ApiClient client(Path kubeconfig) throws IOException {
        try (Reader reader = Files.newBufferedReader(kubeconfig)) {
            return ClientBuilder.kubeconfig(KubeConfig.loadKubeConfig(reader)).build();
        }
    }

    @Override
    Map<String, Task> tasks() {
        return Map.of(
                "portal", plain(words -> asPortals(words.get(1))),
                "deploy", plain(words -> deploy(words.get(1))),
                "delete", plain(words -> delete(words.get(1))),
                "apps", plain(words -> list()));
    }

    private void create(String name) throws ApiException {
        apps.createNamespacedDeployment(NAMESPACE, Yaml.loadAs(Manifests.deployment(name), V1Deployment.class))
                .execute();
        core.createNamespacedService(NAMESPACE, Yaml.loadAs(Manifests.service(name), V1Service.class))
                .execute();
        networking
                .createNamespacedIngress(NAMESPACE, Yaml.loadAs(Manifests.ingress(name), V1Ingress.class))
                .execute();
    }

    /** One call after the other, half a second's sleep, three reads, then a poll. */
    private void asPortals(String name) throws Exception {
        create(name);
        Thread.sleep(PORTALS_PAUSE_MILLIS);
        apps.readNamespacedDeployment(name, NAMESPACE).execute();
        core.readNamespacedService(name, NAMESPACE).execute();
        networking.readNamespacedIngress(name, NAMESPACE).execute();
        while (!isReady(read(name))) {
            Thread.sleep(PORTALS_PAUSE_MILLIS);
        }
    }

    private void deploy(String name) throws Exception {
        create(name);
        WaitUtils.waitUntilCondition(() -> read(name), ByClientJava::isReady, LONGEST);
    }

    private V1Deployment read(String name) {
        try {
            return apps.readNamespacedDeployment(name, NAMESPACE).execute();
        } catch (ApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isReady(V1Deployment deployment) {
        V1DeploymentStatus status = deployment.getStatus();
        return status != null && Objects.requireNonNullElse(status.getAvailableReplicas(), 0) == 1;
    }

    /** Only the bare calls: client-java's own fail after the cluster has answered them with success. */
    private void delete(String name) throws Exception {
        for (Call call : List.of(
                networking.deleteNamespacedIngress(name, NAMESPACE).buildCall(null),
                core.deleteNamespacedService(name, NAMESPACE).buildCall(null),
                apps.deleteNamespacedDeployment(name, NAMESPACE).buildCall(null))) {
            call.execute().close();
        }
    }

    /** The lists that a list of apps takes. */
    private void list() throws ApiException {
        apps.listDeploymentForAllNamespaces().execute();
        core.listPodForAllNamespaces().execute();
        networking.listIngressForAllNamespaces().execute();
    }
}
