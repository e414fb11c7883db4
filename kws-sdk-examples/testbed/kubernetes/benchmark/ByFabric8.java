import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientTimeoutException;
import io.kws.sdk.k8s.benchmark.Contestant;
import io.kws.sdk.k8s.benchmark.Manifests;
import java.io.File;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** fabric8's client, as its documentation shows it: create, then wait until ready. */
public final class ByFabric8 extends Contestant {
    private final KubernetesClient client;

    private ByFabric8(KubernetesClient client) {
        this.client = client;
    }

    public static void main(String[] args) throws Exception {
        Config config = Config.fromKubeconfig(new File(args[1]));
        try (KubernetesClient client = new KubernetesClientBuilder().withConfig(config).build()) {
            new ByFabric8(client).run(args);
        }
        System.exit(0);
    }

    private HasMetadata create(String name, String health) {
        HasMetadata deployment =
                client.resource(Manifests.deployment(name, health)).create();
        client.resource(Manifests.service(name)).create();
        client.resource(Manifests.ingress(name)).create();
        return deployment;
    }

    @Override
    protected void deploy(String name) {
        client.resource(create(name, Manifests.HEALTH)).waitUntilReady(5, TimeUnit.MINUTES);
    }

    @Override
    protected void delete(String name) {
        for (String manifest : List.of(
                Manifests.ingress(name), Manifests.service(name), Manifests.deployment(name, Manifests.HEALTH))) {
            client.resource(manifest).delete();
        }
    }

    @Override
    protected void read() {
        client.apps().deployments().inNamespace("default").list();
    }

    @Override
    protected void deployInVain(String name, int seconds) {
        try {
            client.resource(create(name, "httpGet: {path: /absent, port: 8080}"))
                    .waitUntilReady(seconds, TimeUnit.SECONDS);
        } catch (KubernetesClientTimeoutException e) {
            // as it should be
        }
    }
}
