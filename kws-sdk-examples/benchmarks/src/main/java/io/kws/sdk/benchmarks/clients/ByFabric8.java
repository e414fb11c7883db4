package io.kws.sdk.benchmarks.clients;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** fabric8's client, used as its documentation shows. Its first argument is a kubeconfig. */
final class ByFabric8 extends Client {
    private final KubernetesClient client;

    private ByFabric8(KubernetesClient client) {
        this.client = client;
    }

    public static void main(String[] args) throws IOException {
        Config config = new ConfigBuilder(Config.fromKubeconfig(new File(args[0])))
                .withOnlyHttpWatches(true) // the sandbox has no watches over web sockets
                .build();
        try (KubernetesClient client =
                new KubernetesClientBuilder().withConfig(config).build()) {
            new ByFabric8(client).serve(args, 1);
        }
        System.exit(0);
    }

    @Override
    Map<String, Task> tasks() {
        return Map.of(
                "deploy", plain(words -> deploy(words.get(1))),
                "delete", plain(words -> delete(words.get(1))),
                "apps", plain(words -> list()));
    }

    private void deploy(String name) {
        HasMetadata deployment = client.resource(Manifests.deployment(name)).create();
        client.resource(Manifests.service(name)).create();
        client.resource(Manifests.ingress(name)).create();
        client.resource(deployment).waitUntilReady(5, TimeUnit.MINUTES);
    }

    private void delete(String name) {
        for (String manifest : List.of(Manifests.ingress(name), Manifests.service(name), Manifests.deployment(name))) {
            client.resource(manifest).delete();
        }
    }

    /** The lists that a list of apps takes. */
    private void list() {
        client.apps().deployments().inAnyNamespace().list();
        client.pods().inAnyNamespace().list();
        client.network().v1().ingresses().inAnyNamespace().list();
    }
}
