package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What uses the parts of rentals, whatever its annotations say: Deployments, also those without Pods, Pods, and the
 * workspaces of IDEs.
 *
 * @param rentals the IDs of the rentals that they bear
 * @param claims the claims of storage that they mount, each as its namespace, a slash, and its name
 */
record RentalUsage(Set<String> rentals, Set<String> claims) {
    /** Looks for all of one scope. */
    static RentalUsage of(ClusterClient client, String scope, WorkloadKind kind) {
        RentalUsage users = new RentalUsage(new HashSet<>(), new HashSet<>());
        client.list(Request.list(ApiResource.DEPLOYMENTS, scope)).forEach(deployment -> {
            JsonNode template = deployment.path("spec").path("template");
            users.add(deployment, template);
            users.add(deployment, deployment);
        });
        client.list(Request.list(ApiResource.PODS, scope)).forEach(pod -> users.add(pod, pod));
        if (kind == WorkloadKind.IDE) {
            client.list(Request.list(ApiResource.PERSISTENT_VOLUME_CLAIMS, scope)
                            .query("labelSelector", WorkloadKind.IDE_LABEL))
                    .forEach(workspace -> users.add(workspace, workspace));
        }
        return users;
    }

    private void add(JsonNode user, JsonNode labelled) {
        rentals.add(Labels.get(labelled, Labels.RENTAL));
        Pods.claims(labelled).forEach(claim -> claims.add(Pods.namespace(user) + "/" + claim));
    }

    /** Returns the rentals of which something is used. */
    Set<String> rentalsOf(List<OrphanObject> parts) {
        Set<String> used = new HashSet<>(rentals);
        parts.stream()
                .filter(each -> each.api() == ApiResource.PERSISTENT_VOLUME_CLAIMS && claims.contains(each.id()))
                .forEach(each -> used.add(each.rental()));
        return used;
    }
}
