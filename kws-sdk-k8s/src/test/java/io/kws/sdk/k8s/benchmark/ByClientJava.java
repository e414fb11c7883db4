package io.kws.sdk.k8s.benchmark;

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
import io.kubernetes.client.util.Yaml;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import okhttp3.Call;

/** The portal's way: client-java, one call after the other, half a second's sleep, three reads, then a poll. */
final class ByClientJava extends Contestant {
    private static final String NAMESPACE = "default";
    private static final int PAUSE_MILLIS = 500;

    private final AppsV1Api apps;
    private final CoreV1Api core;
    private final NetworkingV1Api networking;

    private ByClientJava(ApiClient client) {
        this.apps = new AppsV1Api(client);
        this.core = new CoreV1Api(client);
        this.networking = new NetworkingV1Api(client);
    }

    public static void main(String[] args) throws Exception {
        new ByClientJava(client(Path.of(args[1]))).run(args);
        System.exit(0); // its threads are no daemons
    }

    static ApiClient client(Path kubeconfig) throws IOException {
        try (Reader reader = Files.newBufferedReader(kubeconfig)) {
            return ClientBuilder.kubeconfig(KubeConfig.loadKubeConfig(reader)).build();
        }
    }

    @Override
    protected void deploy(String name) throws Exception {
        create(name, Manifests.HEALTH);
        while (!isReady(name)) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private void create(String name, String health) throws Exception {
        apps.createNamespacedDeployment(NAMESPACE, Yaml.loadAs(Manifests.deployment(name, health), V1Deployment.class))
                .execute();
        core.createNamespacedService(NAMESPACE, Yaml.loadAs(Manifests.service(name), V1Service.class))
                .execute();
        networking
                .createNamespacedIngress(NAMESPACE, Yaml.loadAs(Manifests.ingress(name), V1Ingress.class))
                .execute();
        Thread.sleep(PAUSE_MILLIS);
        apps.readNamespacedDeployment(name, NAMESPACE).execute();
        core.readNamespacedService(name, NAMESPACE).execute();
        networking.readNamespacedIngress(name, NAMESPACE).execute();
    }

    private boolean isReady(String name) throws ApiException {
        V1DeploymentStatus status =
                apps.readNamespacedDeployment(name, NAMESPACE).execute().getStatus();
        return status != null && Objects.requireNonNullElse(status.getAvailableReplicas(), 0) == 1;
    }

    /** Only the bare calls: client-java's own fail after the cluster has answered them with success. */
    @Override
    protected void delete(String name) throws Exception {
        for (Call call : List.of(
                networking.deleteNamespacedIngress(name, NAMESPACE).buildCall(null),
                core.deleteNamespacedService(name, NAMESPACE).buildCall(null),
                apps.deleteNamespacedDeployment(name, NAMESPACE).buildCall(null))) {
            call.execute().close();
        }
    }

    @Override
    protected void read() throws ApiException {
        apps.listNamespacedDeployment(NAMESPACE).execute();
    }

    @Override
    protected void deployInVain(String name, int seconds) throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        create(name, "httpGet: {path: /absent, port: 8080}");
        while (System.nanoTime() < end && !isReady(name)) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
