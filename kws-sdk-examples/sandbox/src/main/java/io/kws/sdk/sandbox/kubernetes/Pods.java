package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads Pods. */
final class Pods {
    private Pods() {}

    static boolean isReady(JsonNode pod) {
        return Conditions.find(pod.at("/status/conditions"), "Ready")
                .path("status")
                .asText()
                .equals("True");
    }

    static boolean isPlaced(JsonNode pod) {
        return !pod.at("/spec/nodeName").asText("").isEmpty();
    }

    static boolean isOver(JsonNode pod) {
        return pod.at("/status/phase").asText().matches("Failed|Succeeded");
    }
}
