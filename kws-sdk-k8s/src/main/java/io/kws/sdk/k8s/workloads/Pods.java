package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.k8s.client.ApiResource;
import io.kws.sdk.k8s.client.Request;
import java.util.List;

/**
 * The Pods of an app.
 *
 * @param node where
 */
public record Pods(WorkloadContext node) {
    /** Returns the Pods of all versions. */
    public List<JsonNode> of(JsonNode deployment) {
        String selector = Labels.RENTAL + "=" + Labels.get(deployment, Labels.RENTAL);
        return node.client()
                .list(Request.list(ApiResource.PODS, namespace(deployment)).query("labelSelector", selector));
    }

    /** Returns the names of the claims of storage that a Pod uses. */
    static List<String> claims(JsonNode pod) {
        return pod.path("spec").path("volumes").findValuesAsText("claimName");
    }

    public static String namespace(JsonNode object) {
        return object.path("metadata").path("namespace").asText();
    }

    public static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    /** Tells whether the app's container runs in a Pod that stays. */
    public static boolean isRunning(JsonNode pod) {
        for (JsonNode container : pod.path("status").path("containerStatuses")) {
            if (container.path("name").asText().equals(PodManifest.CONTAINER)
                    && container.path("state").has("running")) {
                return !pod.path("metadata").has("deletionTimestamp");
            }
        }
        return false;
    }

    /** Tells whether all of a Pod has ended. */
    static boolean isOver(JsonNode pod) {
        String phase = pod.path("status").path("phase").asText();
        return phase.equals("Succeeded") || phase.equals("Failed");
    }
}
