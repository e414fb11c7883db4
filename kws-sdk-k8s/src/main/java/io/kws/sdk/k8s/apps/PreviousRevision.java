package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.ClusterClient;
import io.kws.sdk.k8s.client.Request;
import io.kws.sdk.k8s.workloads.Labels;
import io.kws.sdk.k8s.workloads.Rollout;
import java.util.Comparator;
import java.util.Optional;

/**
 * The version that an app goes back to when a change fails.
 *
 * @param template describes its Pods
 * @param replicas how many there were
 * @param serves whether it served, so that going back can be waited for
 */
record PreviousRevision(JsonNode template, int replicas, boolean serves) {

    /** Returns the version that a Deployment is in now. */
    static PreviousRevision now(JsonNode deployment) {
        return new PreviousRevision(
                deployment.path("spec").path("template"),
                deployment.path("spec").path("replicas").asInt(1),
                Rollout.isRolledOut(deployment));
    }

    /** Returns the newest version that serves, which is not that of the Deployment if a change of another has failed. */
    static PreviousRevision serving(ClusterClient client, JsonNode deployment) {
        PreviousRevision now = now(deployment);
        if (now.serves()) {
            return now;
        }
        String namespace = deployment.path("metadata").path("namespace").asText();
        String selector = Labels.RENTAL + "=" + Labels.get(deployment, Labels.RENTAL);
        Optional<JsonNode> serving =
                client.list(Request.list(ApiResource.REPLICA_SETS, namespace).query("labelSelector", selector)).stream()
                        .filter(version ->
                                version.path("status").path("availableReplicas").asInt() > 0)
                        .max(Comparator.comparingInt(PreviousRevision::number));
        return serving.map(version -> new PreviousRevision(templateOf(version), now.replicas(), true))
                .orElse(now);
    }

    private static int number(JsonNode replicaSet) {
        return replicaSet
                .path("metadata")
                .path("annotations")
                .path("deployment.kubernetes.io/revision")
                .asInt();
    }

    /** The cluster adds a label to the template that the Deployment has not. */
    private static JsonNode templateOf(JsonNode replicaSet) {
        JsonNode template = replicaSet.path("spec").path("template").deepCopy();
        if (template.path("metadata").path("labels") instanceof ObjectNode labels) {
            labels.remove("pod-template-hash");
        }
        return template;
    }

    String revision() {
        return Labels.get(template, Labels.REVISION);
    }
}
