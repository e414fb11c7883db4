package io.kws.sdk.openstack.volumes;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.values.VolumeAttachmentValue;
import io.kws.sdk.driver.values.VolumeSnapshotValue;
import io.kws.sdk.driver.values.VolumeValue;
import io.kws.sdk.internal.text.OptionalText;
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
            attachments.add(VolumeAttachmentValue.builder()
                    .serverId(attachment.path("server_id").asText())
                    .device(OptionalText.of(attachment.path("device").asText("")))
                    .build());
        }
        return VolumeValue.builder()
                .id(id(json))
                .name(name(json))
                .status(status(json))
                .sizeGib(json.path("size").asInt())
                .isBootable(json.path("bootable").asText().equals("true"))
                .attachments(attachments)
                .build();
    }

    static VolumeSnapshot snapshot(JsonNode json) {
        return VolumeSnapshotValue.builder()
                .id(id(json))
                .name(name(json))
                .status(status(json))
                .sizeGib(json.path("size").asInt())
                .volumeId(json.path("volume_id").asText())
                .build();
    }
}
