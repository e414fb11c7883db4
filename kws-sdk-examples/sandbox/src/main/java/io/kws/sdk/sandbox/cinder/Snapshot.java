package io.kws.sdk.sandbox.cinder;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A snapshot of a volume. The node's lock guards it. */
record Snapshot(ObjectNode fields, String projectId) {
    String id() {
        return fields.path("id").asText();
    }

    String name() {
        return fields.path("name").asText("");
    }

    String volumeId() {
        return fields.path("volume_id").asText();
    }

    int size() {
        return fields.path("size").asInt();
    }
}
