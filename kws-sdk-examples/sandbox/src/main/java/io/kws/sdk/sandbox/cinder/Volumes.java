package io.kws.sdk.sandbox.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.glance.Images;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.http.Refusal;
import io.kws.sdk.sandbox.site.Caller;
import io.kws.sdk.sandbox.site.Site;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All volumes of a node. The node's lock guards it. */
final class Volumes {
    private static final Set<String> DELETABLE =
            Set.of("available", "error", "error_restoring", "error_extending", "error_managing");

    private final Map<String, Volume> byId = new LinkedHashMap<>();
    private final Site site;
    private final Images images;
    private final Snapshots snapshots;
    private final Messages messages;

    Volumes(Site site, Images images) {
        this.site = site;
        this.images = images;
        this.snapshots = new Snapshots(site, this);
        this.messages = new Messages(site);
    }

    Messages messages() {
        return messages;
    }

    Snapshots snapshots() {
        return snapshots;
    }

    List<Volume> newestFirst() {
        List<Volume> all = new ArrayList<>(byId.values());
        Collections.reverse(all);
        return all;
    }

    Optional<Volume> find(Caller caller, String id) {
        return Optional.ofNullable(byId.get(id)).filter(volume -> caller.owns(volume.projectId()));
    }

    Volume get(Caller caller, String id) {
        return find(caller, id).orElseThrow(() -> new Refusal(404, "Volume " + id + " could not be found."));
    }

    long used(String projectId) {
        return byId.values().stream()
                .filter(volume -> volume.projectId().equals(projectId))
                .count();
    }

    int gigabytes(String projectId) {
        return byId.values().stream()
                        .filter(volume -> volume.projectId().equals(projectId))
                        .mapToInt(Volume::size)
                        .sum()
                + snapshots.gigabytes(projectId);
    }

    Volume create(Caller caller, JsonNode spec) {
        Optional<JsonNode> image =
                image(caller, spec.path("imageRef").asText(spec.path("image_id").asText("")));
        int size = size(caller, spec);
        checkType(spec);
        checkRoom(caller, size);
        ObjectNode fields = Json.object()
                .put("id", site.ids().uuid())
                .put("status", "creating")
                .put("size", size)
                .put("availability_zone", spec.path("availability_zone").asText("nova"))
                .put("created_at", site.micros())
                .putNull("updated_at")
                .put("name", spec.path("name").asText(spec.path("display_name").asText(null)))
                .put("description", spec.path("description").asText(null))
                .put("volume_type", "__DEFAULT__")
                .put("snapshot_id", spec.path("snapshot_id").asText(null))
                .put("source_volid", spec.path("source_volid").asText(null))
                .put("user_id", caller.userId())
                .put("bootable", "false")
                .put("encrypted", false)
                .putNull("replication_status")
                .putNull("consistencygroup_id")
                .put("multiattach", false);
        fields.set(
                "metadata",
                spec.path("metadata").isObject() ? spec.path("metadata").deepCopy() : Json.object());
        fields.putArray("attachments");
        Volume volume = new Volume(fields, caller.projectId());
        byId.put(volume.id(), volume);
        site.agenda().in(site.settleTime(), () -> complete(volume, image));
        return volume;
    }

    private void complete(Volume volume, Optional<JsonNode> image) {
        if (volume.status().equals("creating")) {
            volume.status(messages.strikes(volume) ? "error" : "available", site.micros());
        }
        boolean copied = volume.fields().hasNonNull("snapshot_id");
        if (image.isPresent() || copied) {
            volume.fields().put("bootable", "true");
        }
        image.ifPresent(from -> volume.fields()
                .putObject("volume_image_metadata")
                .put("image_id", from.path("id").asText())
                .put("image_name", from.path("name").asText())
                .put("container_format", from.path("container_format").asText())
                .put("disk_format", from.path("disk_format").asText())
                .put("min_disk", from.path("min_disk").asText())
                .put("min_ram", from.path("min_ram").asText())
                .put("size", from.path("size").asText())
                .put("checksum", from.path("checksum").asText()));
    }

    private Optional<JsonNode> image(Caller caller, String id) {
        Optional<JsonNode> image = images.fields(caller, id);
        if (!id.isEmpty() && image.isEmpty()) {
            throw new Refusal(400, "Invalid image identifier or unable to access requested image.");
        }
        return image;
    }

    private int size(Caller caller, JsonNode spec) {
        JsonNode size = spec.path("size");
        if (size.isNumber() && size.asInt() < 1) {
            throw new Refusal(
                    400,
                    "Invalid input for field/attribute size. Value: " + size.asText() + ". " + size.asText()
                            + " is less than the minimum of 1");
        }
        int least = 0;
        if (spec.hasNonNull("snapshot_id")) {
            least = snapshots.get(caller, spec.path("snapshot_id").asText()).size();
        } else if (spec.hasNonNull("source_volid")) {
            least = get(caller, spec.path("source_volid").asText()).size();
        }
        if (!size.isNumber() && !size.isTextual() && least == 0) {
            throw new Refusal(
                    400,
                    "The server could not comply with the request since it is either malformed or otherwise"
                            + " incorrect.");
        }
        return size.asInt(least);
    }

    private static void checkType(JsonNode spec) {
        String type = spec.path("volume_type").asText("__DEFAULT__");
        if (!type.equals("__DEFAULT__")) {
            throw new Refusal(404, "Volume type with name " + type + " could not be found.");
        }
    }

    void checkRoom(Caller caller, int size) {
        String project = caller.projectId();
        int most = site.limits().of(project, "gigabytes");
        int used = gigabytes(project);
        if (most >= 0 && used + size > most) {
            throw new Refusal(
                    413,
                    "VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota."
                            + " Requested " + size + "G, quota is " + most + "G and " + used
                            + "G has been consumed.");
        }
        if (!site.limits().allows(project, "volumes", used(project) + 1)) {
            throw new Refusal(
                    413,
                    "VolumeLimitExceeded: Maximum number of volumes allowed ("
                            + site.limits().of(project, "volumes") + ") exceeded for quota 'volumes'.");
        }
    }

    void delete(Volume volume) {
        if (!DELETABLE.contains(volume.status()) || snapshots.existOf(volume.id())) {
            throw new Refusal(
                    400,
                    "Invalid volume: Volume status must be available or error or error_restoring or error_extending or"
                            + " error_managing and must not be migrating, attached, belong to a group, have snapshots,"
                            + " awaiting a transfer, or be disassociated from snapshots after volume transfer.");
        }
        discard(volume);
    }

    void discard(Volume volume) {
        volume.status("deleting", site.micros());
        site.agenda().in(site.settleTime(), () -> byId.remove(volume.id()));
    }

    Optional<Volume> any(String id) {
        return Optional.ofNullable(byId.get(id));
    }
}
