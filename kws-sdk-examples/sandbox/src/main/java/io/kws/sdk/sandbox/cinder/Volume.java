package io.kws.sdk.sandbox.cinder;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import org.jspecify.annotations.Nullable;

/** A volume. The node's lock guards it. */
final class Volume {
    private final ObjectNode fields;
    private final String projectId;
    private @Nullable String serverId;

    Volume(ObjectNode fields, String projectId) {
        this.fields = fields;
        this.projectId = projectId;
    }

    ObjectNode fields() {
        return fields;
    }

    String id() {
        return fields.path("id").asText();
    }

    String name() {
        return fields.path("name").asText("");
    }

    String projectId() {
        return projectId;
    }

    String status() {
        return fields.path("status").asText();
    }

    void status(String status, String now) {
        fields.put("status", status).put("updated_at", now);
    }

    int size() {
        return fields.path("size").asInt();
    }

    void attach(String server, String device, String now) {
        serverId = server;
        ObjectNode attachment = Json.object()
                .put("id", id())
                .put("attachment_id", id())
                .put("volume_id", id())
                .put("server_id", server)
                .putNull("host_name")
                .put("device", device)
                .put("attached_at", now);
        fields.putArray("attachments").add(attachment);
        status("in-use", now);
    }

    void detach(String now) {
        serverId = null;
        fields.putArray("attachments");
        status("available", now);
    }

    boolean isAttached() {
        return serverId != null;
    }
}
