package io.kws.sdk.k8s;

import io.kubernetes.client.openapi.ApiClient;
import io.kws.sdk.apps.Apps;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.config.NodeConfig;
import io.kws.sdk.driver.DriverContext;
import io.kws.sdk.driver.HealthProbe;
import io.kws.sdk.driver.NodeDriver;
import io.kws.sdk.driver.RentalBackends;
import io.kws.sdk.driver.SharedNote;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.ides.Ides;
import io.kws.sdk.k8s.apps.KubernetesApps;
import io.kws.sdk.k8s.apps.RentedApps;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.health.ClusterHealth;
import io.kws.sdk.k8s.ides.KubernetesIdes;
import io.kws.sdk.k8s.ides.RentedIdes;
import io.kws.sdk.k8s.namespaces.UnusedNamespaces;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.sweeps.ConfigMapNote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One Kubernetes cluster. */
final class KubernetesNode implements NodeDriver {
    private final ClusterClient client;
    private final Map<Class<?>, Object> capabilities;

    KubernetesNode(NodeConfig node, ClusterConfig cluster, DriverContext context) {
        client = new ClusterClient(node, cluster, context);
        UseCaseRunner runner = new UseCaseRunner(node.name(), context.threads(), context.timeouts());
        ClusterContext apps = new ClusterContext(client, runner, cluster);
        capabilities = Map.of(
                Apps.class, new KubernetesApps(apps),
                Ides.class, new KubernetesIdes(apps),
                RentalBackends.class,
                        new RentalBackends(
                                List.of(new RentedApps(apps), new RentedIdes(apps)),
                                List.of(new UnusedNamespaces(apps))),
                SharedNote.class, new ConfigMapNote(client, cluster),
                HealthProbe.class, new ClusterHealth(client));
    }

    @Override
    public <C> Optional<C> capability(Class<C> type) {
        return Optional.ofNullable(capabilities.get(type)).map(type::cast);
    }

    @Override
    public boolean wraps(Class<?> client) {
        return client == ApiClient.class;
    }

    @Override
    public <C, R> R unwrap(Class<C> type, Function<C, R> work) {
        return client.unwrap(api -> work.apply(type.cast(api)));
    }

    @Override
    public void close() {
        client.close();
    }
}
