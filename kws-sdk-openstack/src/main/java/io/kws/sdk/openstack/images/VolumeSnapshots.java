package io.kws.sdk.openstack.images;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.BestEffort;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.images.Image;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.openstack.volumes.SnapshotRemoval;
import io.kws.sdk.operations.Timeouts;
import java.util.ArrayList;
import java.util.List;

/** The volume snapshots behind an image of a server that boots from a volume. Glance does not manage them. */
final class VolumeSnapshots {
    private VolumeSnapshots() {}

    static List<String> of(Image image) {
        List<String> ids = new ArrayList<>();
        for (JsonNode disk : Json.list(image.properties().getOrDefault("block_device_mapping", ""))) {
            if (disk.path("source_type").asText().equals("snapshot") && disk.hasNonNull("snapshot_id")) {
                ids.add(disk.path("snapshot_id").asText());
            }
        }
        return ids;
    }

    /** Without its image they have no use, and they would prevent the deletion of their volumes. */
    static void delete(OpenStackClient client, Timeouts timeouts, Image image) {
        for (String snapshot : of(image)) {
            BestEffort.run(() -> new SnapshotRemoval(client, timeouts, "").delete(snapshot))
                    .ifPresent(failure -> {
                        throw new ConflictException(
                                "the image is deleted, but volume snapshot %s behind it is left: %s; delete the snapshot"
                                        .formatted(snapshot, failure.reason()),
                                failure);
                    });
        }
    }
}
