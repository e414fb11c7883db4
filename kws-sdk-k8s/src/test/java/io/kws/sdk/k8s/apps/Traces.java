package io.kws.sdk.k8s.apps;

import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesApi;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesObject;
import io.kubernetes.client.util.generic.options.ListOptions;
import io.kws.sdk.Node;
import io.kws.sdk.rentals.RentalId;
import java.util.List;
import java.util.stream.Stream;

/** What a cluster holds for a rental, as client-java sees it. */
public final class Traces {
    private record Kind(String group, String version, String plural) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("apps", "v1", "deployments"),
            new Kind("apps", "v1", "replicasets"),
            new Kind("", "v1", "pods"),
            new Kind("", "v1", "services"),
            new Kind("", "v1", "secrets"),
            new Kind("", "v1", "persistentvolumeclaims"),
            new Kind("networking.k8s.io", "v1", "ingresses"));

    private Traces() {}

    /** Returns the kinds and names of all that carries a rental's ID. */
    public static List<String> of(Node node, RentalId rental) {
        return node.unwrap(
                ApiClient.class,
                api -> KINDS.stream().flatMap(kind -> of(api, kind, rental)).toList());
    }

    private static Stream<String> of(ApiClient api, Kind kind, RentalId rental) {
        ListOptions options = new ListOptions();
        options.setLabelSelector("kws.rental=" + rental);
        List<DynamicKubernetesObject> found = new DynamicKubernetesApi(kind.group(), kind.version(), kind.plural(), api)
                .list(options)
                .getObject()
                .getItems();
        return found.stream()
                .map(object -> kind.plural() + "/" + object.getMetadata().getName());
    }
}
