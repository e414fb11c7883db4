package io.kws.sdk.openstack.volumes;

import static io.kws.sdk.openstack.client.Service.VOLUME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.images.Image;
import io.kws.sdk.images.Images;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.volumes.Volume;
import io.kws.sdk.volumes.VolumeSpec;
import java.util.List;
import java.util.Set;

/** Makes a volume. */
final class CreateVolume {
    private static final long GIB = 1L << 30;
    private static final Lookup<JsonNode> TYPES = new Lookup<>("volume type", CinderJson::id, CinderJson::name);

    private final Cinder volumes;
    private final Cinder snapshots;
    private final Images images;
    private final VolumeSpec spec;

    CreateVolume(Cinder volumes, Cinder snapshots, Images images, VolumeSpec spec) {
        this.volumes = volumes;
        this.snapshots = snapshots;
        this.images = images;
        this.spec = spec;
    }

    UseCase<Volume> useCase() {
        return new UseCase<>("create volume \"" + spec.name() + "\"", spec.readyWithin(), steps -> {
            Step<ObjectNode> source = spec.image().isEmpty() && spec.snapshot().isEmpty()
                    ? steps.known(Json.object())
                    : steps.add("find what it is made from", context -> source());
            Step<?> type =
                    spec.type().isEmpty() ? steps.known("") : steps.act("find volume type", context -> requireType());
            Step<String> made = steps.add(
                    "create volume",
                    context -> context.make(new CinderResource(volumes, ResourceKind.VOLUME, body(source.result()))),
                    source,
                    type);
            Step<JsonNode> volume = steps.add(
                    "wait for the volume", context -> volumes.await(made.result(), Set.of("available")), made);
            return receipt -> CinderJson.volume(volume.result());
        });
    }

    /** Cinder itself would not say which there are. */
    private void requireType() {
        List<JsonNode> types = volumes.client().list(Request.get(VOLUME, "types"), "volume_types");
        var unused = TYPES.get(spec.type().orElseThrow(), types);
    }

    private ObjectNode source() {
        return spec.image()
                .map(this::imageSource)
                .orElseGet(() -> snapshotSource(spec.snapshot().orElseThrow()));
    }

    private ObjectNode imageSource(String nameOrId) {
        Image image = images.get(nameOrId);
        if (!image.status().equals("active")) {
            throw new ConflictException("image \"%s\" is %s, not active".formatted(image.name(), image.status()));
        }
        long neededGib = Math.max(image.minDiskGib(), (image.sizeBytes().orElse(0) + GIB - 1) / GIB);
        requireRoom("image \"" + image.name() + "\"", neededGib);
        return Json.object().put("imageRef", image.id());
    }

    private ObjectNode snapshotSource(String nameOrId) {
        JsonNode snapshot = snapshots.get(nameOrId);
        requireRoom(
                "snapshot \"" + CinderJson.name(snapshot) + "\"",
                snapshot.path("size").asLong());
        return Json.object().put("snapshot_id", CinderJson.id(snapshot));
    }

    private void requireRoom(String source, long neededGib) {
        if (spec.sizeGib() < neededGib) {
            throw new InvalidRequestException(
                    "volume size must be at least %d GiB for %s, was %d".formatted(neededGib, source, spec.sizeGib()));
        }
    }

    private ObjectNode body(ObjectNode source) {
        ObjectNode body = source.deepCopy();
        body.put("name", spec.name()).put("size", spec.sizeGib());
        spec.type().ifPresent(type -> body.put("volume_type", type));
        spec.availabilityZone().ifPresent(zone -> body.put("availability_zone", zone));
        spec.description().ifPresent(text -> body.put("description", text));
        return body;
    }
}
