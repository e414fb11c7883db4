package io.kws.sdk.openstack.volumes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.openstack.resources.ResourceName;
import io.kws.sdk.volumes.VolumeSnapshot;
import java.time.Duration;
import java.util.Set;

/** Creates a snapshot of a volume. */
final class SnapshotVolume {
    private static final Duration ALLOWED = Duration.ofMinutes(5);

    private final VolumeNode node;
    private final String volume;
    private final String snapshotName;

    private SnapshotVolume(VolumeNode node, String volume, String snapshotName) {
        this.node = node;
        this.volume = volume;
        this.snapshotName = snapshotName;
    }

    static UseCase<VolumeSnapshot> useCase(VolumeNode node, String volume, String snapshotName) {
        return new UseCase<>(
                "snapshot volume \"" + volume + "\"",
                ALLOWED,
                steps -> new SnapshotVolume(node, volume, snapshotName).define(steps));
    }

    private UseCase.ResultReader<VolumeSnapshot> define(Steps steps) {
        ResourceName.require("snapshot name", snapshotName);
        Step<JsonNode> source =
                steps.add("find volume", context -> node.volumes().get(volume));
        Step<String> created = steps.add("create snapshot", context -> context.make(resource(source.result())), source);
        Step<JsonNode> snapshot = steps.add(
                "wait for the snapshot",
                context -> node.snapshots().await(created.result(), Set.of("available")),
                created);
        return receipt -> CinderJson.snapshot(snapshot.result());
    }

    private CinderResource resource(JsonNode source) {
        return new CinderResource(
                node.snapshots(), new SnapshotRemoval(node.client(), node.timeouts(), snapshotName), body(source));
    }

    /** Cinder refuses to snapshot an attached volume unless it is forced to. */
    private ObjectNode body(JsonNode source) {
        ObjectNode body = Json.object().put("volume_id", CinderJson.id(source)).put("name", snapshotName);
        return CinderJson.status(source).equals("in-use") ? body.put("force", true) : body;
    }
}
