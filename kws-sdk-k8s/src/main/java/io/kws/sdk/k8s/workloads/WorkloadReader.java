package io.kws.sdk.k8s.workloads;

import io.kws.sdk.apps.App;
import io.kws.sdk.apps.AppQuery;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.values.AppValue;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.objects.ObjectQuery;
import io.kws.sdk.k8s.pods.Diagnosis;
import io.kws.sdk.k8s.pods.Pods;
import io.kws.sdk.k8s.pods.Problem;
import io.kws.sdk.k8s.pods.Problems;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the apps of a node, or the Deployments of its IDEs.
 *
 * @param node the node
 * @param kind which of them
 */
public record WorkloadReader(ClusterContext node, WorkloadKind kind) {
    /**
     * Returns those that match a query.
     *
     * @param query which
     * @return the apps, sorted by ID
     */
    public List<App> list(AppQuery query) {
        List<KubeObject> deployments = deployments(query.namespace(), query.name());
        Map<String, List<KubeObject>> pods = byRental(ApiResource.PODS, query.namespace());
        Map<String, List<KubeObject>> ingresses = byRental(ApiResource.INGRESSES, query.namespace());
        return deployments.stream()
                .filter(deployment -> isOf(query.owner(), deployment))
                .map(deployment -> app(
                        deployment,
                        pods.getOrDefault(deployment.rental(), List.of()),
                        ingresses.getOrDefault(deployment.rental(), List.of())))
                .sorted(Comparator.comparing(App::id))
                .toList();
    }

    private Map<String, List<KubeObject>> byRental(ApiResource api, String namespace) {
        return node.objects().list(ObjectQuery.of(api, node.scope(namespace)).labelled(Labels.RENTAL)).stream()
                .collect(Collectors.groupingBy(KubeObject::rental));
    }

    private static boolean isOf(String owner, KubeObject deployment) {
        return owner.isEmpty()
                || RentalTags.read(deployment.annotations())
                        .map(Rental::owner)
                        .filter(owner::equals)
                        .isPresent();
    }

    /**
     * Returns the app that is meant.
     *
     * @param nameOrId its name, its ID, or the ID of its rental
     * @return the app
     */
    public App get(String nameOrId) {
        return app(deployment(nameOrId));
    }

    /**
     * Looks for the app that is meant.
     *
     * @param nameOrId its name, its ID, or the ID of its rental
     * @return the app; empty if there is none
     */
    public Optional<App> find(String nameOrId) {
        return findDeployment(nameOrId).map(this::app);
    }

    /**
     * Reads the app of a Deployment.
     *
     * @param deployment the Deployment
     * @return the app
     */
    public App app(KubeObject deployment) {
        ObjectQuery ingresses = ObjectQuery.of(ApiResource.INGRESSES, deployment.namespace())
                .labelled(Labels.selector(deployment.rental()));
        return app(
                deployment,
                node.objects().list(Pods.of(deployment)),
                node.objects().list(ingresses));
    }

    private App app(KubeObject object, List<KubeObject> pods, List<KubeObject> ingresses) {
        Deployment deployment = new Deployment(object);
        List<KubeObject> newest = pods.stream()
                .filter(pod -> pod.label(Labels.REVISION).equals(deployment.revision()))
                .toList();
        String reason = deployment.isRolledOut() ? "" : reason(deployment, newest);
        AppValue.Builder app = deployment.app(node.client().node(), reason);
        ingresses.stream().findFirst().flatMap(this::url).ifPresent(app::url);
        return app.build();
    }

    private String reason(Deployment deployment, List<KubeObject> pods) {
        return Problems.of(deployment.object(), pods).stream()
                .filter(Problem::isSerious)
                .findFirst()
                .map(new Diagnosis(node.objects(), deployment.object().namespace(), deployment.image(), "")::explain)
                .orElse("");
    }

    private Optional<URI> url(KubeObject ingress) {
        return Optional.of(ingress.spec().path("rules").path(0).path("host").asText(""))
                .filter(host -> !host.isEmpty())
                .map(host ->
                        WorkloadLocation.url(host, !ingress.spec().path("tls").isEmpty(), node.cluster()));
    }

    /**
     * Returns the Deployment of the app that is meant.
     *
     * @param nameOrId the app's name, its ID, or the ID of its rental
     * @return the Deployment
     * @throws io.kws.sdk.errors.NotFoundException if there is none; suggests the nearest name
     * @throws io.kws.sdk.errors.AmbiguousException if several have the name
     */
    public KubeObject deployment(String nameOrId) {
        return lookup().get(nameOrId);
    }

    Optional<KubeObject> findDeployment(String nameOrId) {
        return lookup().find(nameOrId);
    }

    private WorkloadLookup<KubeObject> lookup() {
        return new WorkloadLookup<>(
                node, new Lookup<>(kind.noun(), KubeObject::id, KubeObject::name), new WorkloadLookup.Source<>() {
                    @Override
                    public List<KubeObject> list(String namespace, String name) {
                        return deployments(namespace, name);
                    }

                    @Override
                    public Optional<KubeObject> find(RentalId rental) {
                        return all(ApiResource.DEPLOYMENTS, rental).stream().findFirst();
                    }
                });
    }

    /** Returns all objects of a kind that were created for a rental. */
    List<KubeObject> all(ApiResource api, RentalId rental) {
        return list(ObjectQuery.of(api, node.scope("")).labelled(Labels.selector(rental.value())));
    }

    private List<KubeObject> deployments(String namespace, String name) {
        return list(ObjectQuery.of(ApiResource.DEPLOYMENTS, node.scope(namespace))
                .labelled(Labels.RENTAL)
                .named(name));
    }

    private List<KubeObject> list(ObjectQuery query) {
        return node.objects().list(query).stream()
                .filter(object -> WorkloadKind.of(object) == kind)
                .toList();
    }
}
