package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kubernetes.client.openapi.JSON;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ManagedKind;
import io.kws.sdk.k8s.objects.ObjectResource;
import io.kws.sdk.k8s.storage.StorageClaim;
import io.kws.sdk.rentals.Rental;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The objects that one run of a deploy creates.
 *
 * @param node the node
 * @param workload what is deployed
 * @param location where it runs
 * @param revision the run's ID, and that of the version
 */
record WorkloadResources(ClusterContext node, Workload workload, WorkloadLocation location, String revision) {
    private String name() {
        return workload.spec().name();
    }

    private WorkloadManifests manifests(Rental rental) {
        return new WorkloadManifests(workload, rental, location, revision);
    }

    /** Returns the claim of storage, if the specification asks for some. */
    Optional<StorageClaim> claim() {
        return workload.spec()
                .storage()
                .map(storage -> new StorageClaim(
                        node.objects(), manifests(workload.rental()).claim(storage)));
    }

    ObjectResource secret(Rental rental) {
        WorkloadManifests manifests = manifests(rental);
        return resource(ManagedKind.SECRET, manifests.secretName(), isOf(rental), manifests::secret);
    }

    ObjectResource deployment(Rental rental) {
        return resource(ManagedKind.DEPLOYMENT, name(), this::isOurs, () -> {
            ObjectNode deployment =
                    Json.read(JSON.serialize(manifests(rental).deployment())).deepCopy();
            new GracefulDrain(node).prepare(deployment);
            return deployment;
        });
    }

    ObjectResource service(Rental rental, KubeObject deployment) {
        return resource(
                ManagedKind.SERVICE,
                name(),
                isOf(rental),
                () -> manifests(rental).service(deployment));
    }

    ObjectResource ingress(Rental rental, KubeObject deployment) {
        String ingressClass = node.cluster().ingressClass().orElse("");
        return resource(
                ManagedKind.INGRESS,
                name(),
                isOf(rental),
                () -> manifests(rental).ingress(deployment, ingressClass));
    }

    private ObjectResource resource(ManagedKind kind, String name, Predicate<KubeObject> isOurs, Supplier<?> model) {
        return new ObjectResource(node.objects(), location.ref(kind, name), isOurs, model);
    }

    /** Tells whether a Deployment was created by this run. */
    boolean isOurs(KubeObject deployment) {
        return new Deployment(deployment).revision().equals(revision);
    }

    private static Predicate<KubeObject> isOf(Rental rental) {
        return found -> found.rental().equals(rental.id().value());
    }
}
