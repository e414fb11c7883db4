package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppQuery;
import io.kws.sdk.config.ClusterConfig;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the apps of a node, or what is made like them.
 *
 * @param client where
 * @param cluster how it is configured
 * @param kind which of them
 */
public record WorkloadReader(ClusterClient client, ClusterConfig cluster, WorkloadKind kind) {
    /**
     * Returns those that fit a query.
     *
     * @param query which
     * @return the apps, sorted by ID
     */
    public List<App> list(AppQuery query) {
        List<JsonNode> deployments = deployments(query.namespace(), query.name());
        Request all = Request.list(ApiResource.PODS, scope(query.namespace())).query("labelSelector", Labels.RENTAL);
        Map<String, List<JsonNode>> pods =
                client.list(all).stream().collect(Collectors.groupingBy(pod -> Labels.get(pod, Labels.RENTAL)));
        Request routes =
                Request.list(ApiResource.INGRESSES, scope(query.namespace())).query("labelSelector", Labels.RENTAL);
        Map<String, List<JsonNode>> ingresses =
                client.list(routes).stream().collect(Collectors.groupingBy(route -> Labels.get(route, Labels.RENTAL)));
        return deployments.stream()
                .filter(deployment -> isOf(query.owner(), deployment))
                .map(deployment -> {
                    String rental = Labels.get(deployment, Labels.RENTAL);
                    return app(
                            deployment,
                            pods.getOrDefault(rental, List.of()),
                            ingresses.getOrDefault(rental, List.of()));
                })
                .sorted(Comparator.comparing(App::id))
                .toList();
    }

    private static boolean isOf(String owner, JsonNode deployment) {
        return owner.isEmpty()
                || RentalTags.read(Json.texts(deployment.path("metadata").path("annotations")))
                        .map(Rental::owner)
                        .filter(owner::equals)
                        .isPresent();
    }

    public App get(String nameOrId) {
        return app(deployment(nameOrId));
    }

    public Optional<App> find(String nameOrId) {
        return findDeployment(nameOrId).map(this::app);
    }

    /** Reads an app anew. */
    public App app(JsonNode deployment) {
        String namespace = deployment.path("metadata").path("namespace").asText();
        String selector = Labels.RENTAL + "=" + Labels.get(deployment, Labels.RENTAL);
        return app(
                deployment,
                client.list(Request.list(ApiResource.PODS, namespace).query("labelSelector", selector)),
                client.list(Request.list(ApiResource.INGRESSES, namespace).query("labelSelector", selector)));
    }

    private App app(JsonNode deployment, List<JsonNode> pods, List<JsonNode> ingresses) {
        String revision = Labels.revision(deployment);
        List<JsonNode> newest = pods.stream()
                .filter(pod -> Labels.get(pod, Labels.REVISION).equals(revision))
                .toList();
        String reason = Rollout.isRolledOut(deployment) ? "" : reason(deployment, newest);
        return new DeploymentJson(client.node())
                .read(deployment, ingresses.stream().findFirst().flatMap(this::url), reason);
    }

    private String reason(JsonNode deployment, List<JsonNode> pods) {
        String namespace = deployment.path("metadata").path("namespace").asText();
        return Problems.of(deployment, pods).stream()
                .filter(Problem::isSerious)
                .findFirst()
                .map(new Diagnosis(client, namespace)::tell)
                .orElse("");
    }

    private Optional<URI> url(JsonNode ingress) {
        JsonNode spec = ingress.path("spec");
        return Optional.of(spec.path("rules").path(0).path("host").asText(""))
                .filter(host -> !host.isEmpty())
                .map(host -> WorkloadLocation.url(host, !spec.path("tls").isEmpty(), cluster));
    }

    /** Returns the Deployment of the app that is meant. */
    public JsonNode deployment(String nameOrId) {
        return client.located(() ->
                findDeployment(nameOrId).orElseThrow(() -> lookup().missing(nameOrId, deployments("", ""))));
    }

    private Lookup<JsonNode> lookup() {
        return new Lookup<>(kind.noun(), WorkloadReader::id, WorkloadReader::name);
    }

    Optional<JsonNode> findDeployment(String nameOrId) {
        int slash = nameOrId.indexOf('/');
        String namespace = slash < 0 ? "" : nameOrId.substring(0, slash);
        String name = nameOrId.substring(slash + 1);
        return rentedAs(nameOrId).or(() -> client.located(() -> lookup().find(nameOrId, deployments(namespace, name))));
    }

    private Optional<JsonNode> rentedAs(String nameOrId) {
        return RentalId.parse(nameOrId)
                .flatMap(rental -> all(ApiResource.DEPLOYMENTS, rental).stream().findFirst());
    }

    /** Returns all objects of a kind that were made for a rental. */
    List<JsonNode> all(ApiResource api, RentalId rental) {
        return ofKind(client.list(Request.list(api, scope("")).query("labelSelector", Labels.selector(rental))));
    }

    private List<JsonNode> deployments(String namespace, String name) {
        Request request =
                Request.list(ApiResource.DEPLOYMENTS, scope(namespace)).query("labelSelector", Labels.RENTAL);
        return ofKind(client.list(name.isEmpty() ? request : request.query("fieldSelector", "metadata.name=" + name)));
    }

    private List<JsonNode> ofKind(List<JsonNode> objects) {
        return objects.stream()
                .filter(object -> WorkloadKind.of(object) == kind)
                .toList();
    }

    /**
     * Returns where to look.
     *
     * @param namespace the namespace asked for; empty for any
     * @return the namespace; empty for all
     */
    public String scope(String namespace) {
        return namespace.isEmpty() ? cluster.namespace().orElse("") : namespace;
    }

    private static String id(JsonNode deployment) {
        return deployment.path("metadata").path("namespace").asText() + "/" + name(deployment);
    }

    private static String name(JsonNode deployment) {
        return deployment.path("metadata").path("name").asText();
    }
}
