package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;

/** Says in one word how a Pod is. */
final class PodCells {
    private PodCells() {}

    static String ready(JsonNode pod) {
        int ready = 0;
        for (JsonNode container : pod.at("/status/containerStatuses")) {
            ready += container.path("ready").asBoolean() ? 1 : 0;
        }
        return ready + "/" + pod.at("/spec/containers").size();
    }

    static int restarts(JsonNode pod) {
        int restarts = 0;
        for (JsonNode container : pod.at("/status/containerStatuses")) {
            restarts += container.path("restartCount").asInt();
        }
        return restarts;
    }

    static String status(JsonNode pod) {
        if (Meta.isGoing(pod)) {
            return "Terminating";
        }
        String reason = pod.at("/status/reason").asText(pod.at("/status/phase").asText());
        for (JsonNode container : pod.at("/status/containerStatuses")) {
            JsonNode state = container.path("state");
            if (state.has("waiting")) {
                reason = state.path("waiting").path("reason").asText(reason);
            } else if (state.has("terminated")) {
                reason = state.path("terminated")
                        .path("reason")
                        .asText("ExitCode:"
                                + state.path("terminated").path("exitCode").asInt());
            }
        }
        return reason;
    }
}
