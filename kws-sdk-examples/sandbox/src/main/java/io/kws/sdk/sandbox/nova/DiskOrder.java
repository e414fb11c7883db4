package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Caller;
import java.util.ArrayList;
import java.util.List;

/** Which volumes a new server gets, from its block device mapping. */
final class DiskOrder {
    private final Caller caller;
    private final Cloud cloud;

    DiskOrder(Caller caller, Cloud cloud) {
        this.caller = caller;
        this.cloud = cloud;
    }

    /** A volume to attach, made first where there is a specification. */
    record Disk(String volumeId, ObjectNode spec, boolean deletedWithServer) {
        boolean isNew() {
            return volumeId.isEmpty();
        }
    }

    List<Disk> of(JsonNode mapping) {
        List<Disk> disks = new ArrayList<>();
        for (JsonNode device : mapping) {
            if (device.path("destination_type").asText("volume").equals("volume")) {
                disks.add(disk(device));
            }
        }
        return disks;
    }

    /** Finds the image of the local disk to boot from, where the mapping names it. */
    static String localImage(JsonNode mapping) {
        for (JsonNode device : mapping) {
            if (device.path("source_type").asText().equals("image")
                    && device.path("destination_type").asText().equals("local")) {
                return device.path("uuid").asText();
            }
        }
        return "";
    }

    private Disk disk(JsonNode device) {
        boolean deleted = device.path("delete_on_termination").asBoolean();
        String id = device.path("uuid").asText("");
        ObjectNode spec = Json.object().put("name", "");
        switch (device.path("source_type").asText()) {
            case "volume" -> {
                checkAvailable(device, id);
                return new Disk(id, spec, deleted);
            }
            case "snapshot" -> spec.put("snapshot_id", id);
            case "image" -> spec.put("imageRef", checkedImage(id)).put("size", size(device));
            default -> spec.put("size", size(device));
        }
        if (device.hasNonNull("volume_size")) {
            spec.put("size", size(device));
        }
        return new Disk("", spec, deleted);
    }

    private static int size(JsonNode device) {
        int size = device.path("volume_size").asInt();
        if (size < 1) {
            throw invalid("Images with destination_type 'volume' need to have a non-zero size specified");
        }
        return size;
    }

    private String checkedImage(String id) {
        JsonNode image =
                cloud.images().fields(caller, id).orElseThrow(() -> new Refusal(400, "Can not find requested image"));
        if (!image.path("status").asText().equals("active")) {
            throw new Refusal(400, "Image " + id + " is not active.");
        }
        return id;
    }

    private void checkAvailable(JsonNode device, String id) {
        JsonNode volume =
                cloud.volumes().volume(caller, id).orElseThrow(() -> invalid("failed to get volume " + id + "."));
        if (!volume.path("status").asText().equals("available")) {
            throw new Refusal(
                    400,
                    "Invalid volume: volume '" + id + "' status must be 'available'. Currently in '"
                            + volume.path("status").asText() + "'");
        }
        if (device.path("boot_index").asInt(-1) == 0
                && !volume.path("bootable").asText().equals("true")) {
            throw new Refusal(400, "Block Device " + id + " is not bootable.");
        }
    }

    private static Refusal invalid(String reason) {
        return new Refusal(400, "Block Device Mapping is Invalid: " + reason);
    }
}
