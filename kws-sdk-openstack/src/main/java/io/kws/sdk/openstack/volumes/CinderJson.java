package io.kws.sdk.openstack.volumes;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.volumes.Volume;
import io.kws.sdk.volumes.VolumeAttachment;
import io.kws.sdk.volumes.VolumeSnapshot;
import java.util.ArrayList;
import java.util.List;

/** Reads volumes and snapshots from Cinder's JSON. */
final class CinderJson {
    private CinderJson() {}

    static String id(JsonNode json) {
        return Json.text(json, "id");
    }

    static String name(JsonNode json) {
        return json.path("name").asText("");
    }

    static String status(JsonNode json) {
        return Json.text(json, "status");
    }

    static Volume volume(JsonNode json) {
        List<VolumeAttachment> attachments = new ArrayList<>();
        for (JsonNode attachment : json.path("attachments")) {
            attachments.add(new VolumeAttachment(
                    attachment.path("server_id").asText(),
                    attachment.path("device").asText("")));
        }
        return new Volume(
                id(json),
                name(json),
                status(json),
                json.path("size").asInt(),
                json.path("bootable").asText().equals("true"),
                attachments);
    }

    static VolumeSnapshot snapshot(JsonNode json) {
        return new VolumeSnapshot(
                id(json),
                name(json),
                status(json),
                json.path("size").asInt(),
                json.path("volume_id").asText());
    }
}
