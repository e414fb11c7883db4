package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.k8s.transport.Api;
import io.kws.sdk.k8s.transport.Request;
import java.util.List;

/**
 * The Pods of an app.
 *
 * @param node where
 */
record Pods(AppNode node) {
    /** Returns the Pods of all versions. */
    List<JsonNode> of(JsonNode deployment) {
        String selector = Labels.RENTAL + "=" + Labels.get(deployment, Labels.RENTAL);
        return node.gate().list(Request.list(Api.PODS, namespace(deployment)).query("labelSelector", selector));
    }

    /** Returns the names of the claims of storage that a Pod uses. */
    static List<String> claims(JsonNode pod) {
        return pod.path("spec").path("volumes").findValuesAsText("claimName");
    }

    static String namespace(JsonNode object) {
        return object.path("metadata").path("namespace").asText();
    }

    static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    /** Tells whether the app's container runs in a Pod that stays. */
    static boolean isRunning(JsonNode pod) {
        for (JsonNode container : pod.path("status").path("containerStatuses")) {
            if (container.path("name").asText().equals(PodModel.CONTAINER)
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
