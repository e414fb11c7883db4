package io.kws.sdk.k8s.rentals;

import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.ObjectClient;
import io.kws.sdk.k8s.objects.ObjectQuery;
import io.kws.sdk.k8s.pods.Pods;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rentals and claims in use, whatever their annotations say: those of Deployments, even without Pods, of Pods, and of
 * the workspaces of IDEs.
 *
 * @param rentals the IDs of the rentals in use
 * @param claims the claims of storage that are mounted, each as its namespace, a slash, and its name
 */
record RentalUsage(Set<String> rentals, Set<String> claims) {
    /** Reads everything in one scope: a namespace, or with an empty one, the whole cluster. */
    static RentalUsage of(ObjectClient objects, String scope, WorkloadKind kind) {
        RentalUsage usage = new RentalUsage(new HashSet<>(), new HashSet<>());
        objects.list(ObjectQuery.of(ApiResource.DEPLOYMENTS, scope)).forEach(deployment -> {
            usage.add(deployment, deployment.template());
            usage.add(deployment, deployment);
        });
        objects.list(ObjectQuery.of(ApiResource.PODS, scope)).forEach(pod -> usage.add(pod, pod));
        if (kind == WorkloadKind.IDE) {
            objects.list(ObjectQuery.of(ApiResource.PERSISTENT_VOLUME_CLAIMS, scope)
                            .labelled(WorkloadKind.IDE_LABEL))
                    .forEach(workspace -> usage.add(workspace, workspace));
        }
        return usage;
    }

    private void add(KubeObject user, KubeObject labelled) {
        rentals.add(labelled.rental());
        Pods.claims(labelled).forEach(claim -> claims.add(user.namespace() + "/" + claim));
    }

    /** Returns the rentals of which anything is in use. */
    Set<String> inUse(List<OrphanObject> objects) {
        Set<String> used = new HashSet<>(rentals);
        objects.stream()
                .filter(each -> each.isStorage() && claims.contains(each.id()))
                .forEach(each -> used.add(each.rental()));
        return used;
    }
}
