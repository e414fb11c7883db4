package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;

/** Writes the conditions of a status; each keeps the time since which it is so. For one thread. */
final class Conditions {
    private final ArrayNode all = Json.array();
    private final JsonNode former;
    private final String now;

    Conditions(JsonNode former, String now) {
        this.former = former.path("conditions");
        this.now = now;
    }

    static JsonNode find(JsonNode conditions, String type) {
        for (JsonNode condition : conditions) {
            if (condition.path("type").asText().equals(type)) {
                return condition;
            }
        }
        return Json.object();
    }

    JsonNode former(String type) {
        return find(former, type);
    }

    /** Adds a condition; returns it to be written further. */
    ObjectNode add(String type, boolean isTrue, String reason, String message) {
        String status = isTrue ? "True" : "False";
        JsonNode before = former(type);
        boolean isSame = before.path("status").asText().equals(status);
        ObjectNode condition = all.addObject().put("type", type).put("status", status);
        condition.put(
                "lastTransitionTime", isSame ? before.path("lastTransitionTime").asText() : now);
        if (!reason.isEmpty()) {
            condition.put("reason", reason).put("message", message);
        }
        return condition;
    }

    ArrayNode all() {
        return all;
    }
}
