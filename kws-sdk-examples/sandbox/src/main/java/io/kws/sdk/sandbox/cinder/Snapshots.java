package io.kws.sdk.sandbox.cinder;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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

/** All snapshots of a node's volumes. The node's lock guards it. */
final class Snapshots {
    private final Map<String, Snapshot> byId = new LinkedHashMap<>();
    private final Site site;
    private final Volumes volumes;

    Snapshots(Site site, Volumes volumes) {
        this.site = site;
        this.volumes = volumes;
    }

    List<Snapshot> newestFirst() {
        List<Snapshot> all = new ArrayList<>(byId.values());
        Collections.reverse(all);
        return all;
    }

    Snapshot get(Caller caller, String id) {
        return Optional.ofNullable(byId.get(id))
                .filter(snapshot -> caller.owns(snapshot.projectId()))
                .orElseThrow(() -> new Refusal(404, "Snapshot " + id + " could not be found."));
    }

    boolean existOf(String volumeId) {
        return byId.values().stream().anyMatch(snapshot -> snapshot.volumeId().equals(volumeId));
    }

    int gigabytes(String projectId) {
        return of(projectId).stream().mapToInt(Snapshot::size).sum();
    }

    List<Snapshot> of(String projectId) {
        return byId.values().stream()
                .filter(snapshot -> snapshot.projectId().equals(projectId))
                .toList();
    }

    Snapshot create(Caller caller, JsonNode spec) {
        Volume volume = volumes.get(caller, spec.path("volume_id").asText());
        boolean forced = spec.path("force").asBoolean();
        if (!volume.status().equals("available") && !(forced && volume.status().equals("in-use"))) {
            throw new Refusal(
                    400,
                    "Invalid volume: Volume " + volume.id() + " status must be available, but current status is: "
                            + volume.status() + ".");
        }
        checkRoom(caller.projectId(), volume.size());
        ObjectNode fields = Json.object()
                .put("id", site.ids().uuid())
                .put("created_at", site.micros())
                .putNull("updated_at")
                .put("name", spec.path("name").asText(null))
                .put("description", spec.path("description").asText(null))
                .put("volume_id", volume.id())
                .put("status", "creating")
                .put("size", volume.size())
                .put("os-extended-snapshot-attributes:project_id", caller.projectId())
                .put("os-extended-snapshot-attributes:progress", "0%");
        fields.set(
                "metadata",
                spec.path("metadata").isObject() ? spec.path("metadata").deepCopy() : Json.object());
        Snapshot snapshot = new Snapshot(fields, caller.projectId());
        byId.put(snapshot.id(), snapshot);
        site.agenda()
                .in(
                        site.settleTime(),
                        () -> fields.put("status", "available")
                                .put("updated_at", site.micros())
                                .put("os-extended-snapshot-attributes:progress", "100%"));
        return snapshot;
    }

    private void checkRoom(String project, int size) {
        int used = of(project).size();
        if (!site.limits().allows(project, "snapshots", used + 1)) {
            throw new Refusal(
                    413,
                    "SnapshotLimitExceeded: Maximum number of snapshots allowed ("
                            + site.limits().of(project, "snapshots") + ") exceeded");
        }
        if (!site.limits().allows(project, "gigabytes", volumes.gigabytes(project) + size)) {
            throw new Refusal(
                    413,
                    "VolumeSizeExceedsAvailableQuota: Requested volume or snapshot exceeds allowed gigabytes quota.");
        }
    }

    void delete(Snapshot snapshot) {
        if (snapshot.fields().path("status").asText().equals("deleting")) {
            throw new Refusal(400, "Invalid snapshot: Snapshot status must be available or error to delete.");
        }
        snapshot.fields().put("status", "deleting");
        site.agenda().in(site.settleTime(), () -> byId.remove(snapshot.id()));
    }
}
