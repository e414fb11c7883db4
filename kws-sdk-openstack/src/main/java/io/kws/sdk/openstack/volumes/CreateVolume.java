package io.kws.sdk.openstack.volumes;

import static io.kws.sdk.openstack.client.Service.VOLUME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.images.Image;
import io.kws.sdk.openstack.client.Request;
import io.kws.sdk.volumes.Volume;
import io.kws.sdk.volumes.VolumeSpec;
import java.util.List;
import java.util.Set;

/** Creates a volume. */
final class CreateVolume {
    private static final long GIB = 1L << 30;
    private static final Lookup<JsonNode> TYPES = new Lookup<>("volume type", CinderJson::id, CinderJson::name);

    private final VolumeNode node;
    private final VolumeSpec spec;

    private CreateVolume(VolumeNode node, VolumeSpec spec) {
        this.node = node;
        this.spec = spec;
    }

    static UseCase<Volume> useCase(VolumeNode node, VolumeSpec spec) {
        return new UseCase<>(
                "create volume \"" + spec.name() + "\"",
                spec.readyWithin(),
                steps -> new CreateVolume(node, spec).define(steps));
    }

    private UseCase.ResultReader<Volume> define(Steps steps) {
        Step<ObjectNode> source = steps.addIf(hasSource(), "find source", Json.object(), context -> findSource());
        Step<String> type = steps.addIf(spec.type().isPresent(), "find volume type", "", context -> findType());
        Step<String> created =
                steps.add("create volume", context -> context.make(resource(source.result())), source, type);
        Step<JsonNode> volume = steps.add(
                "wait for the volume", context -> node.volumes().await(created.result(), Set.of("available")), created);
        return receipt -> CinderJson.volume(volume.result());
    }

    private boolean hasSource() {
        return spec.image().isPresent() || spec.snapshot().isPresent();
    }

    /** Returns the fields of the request that name the source. */
    private ObjectNode findSource() {
        return spec.image()
                .map(this::imageSource)
                .orElseGet(() -> snapshotSource(spec.snapshot().orElseThrow()));
    }

    private ObjectNode imageSource(String nameOrId) {
        Image image = node.images().get(nameOrId);
        if (!image.status().equals("active")) {
            throw new ConflictException("image \"%s\" must be active, was %s".formatted(image.name(), image.status()));
        }
        long neededGib = Math.max(image.minDiskGib(), (image.sizeBytes().orElse(0) + GIB - 1) / GIB);
        requireSize("image \"" + image.name() + "\"", neededGib);
        return Json.object().put("imageRef", image.id());
    }

    private ObjectNode snapshotSource(String nameOrId) {
        JsonNode snapshot = node.snapshots().get(nameOrId);
        requireSize(
                "snapshot \"" + CinderJson.name(snapshot) + "\"",
                snapshot.path("size").asLong());
        return Json.object().put("snapshot_id", CinderJson.id(snapshot));
    }

    private void requireSize(String source, long neededGib) {
        if (spec.sizeGib() < neededGib) {
            throw new InvalidRequestException(
                    "volume size must be at least %d GiB for %s, was %d".formatted(neededGib, source, spec.sizeGib()));
        }
    }

    /** Cinder's own error would not suggest an existing type. */
    private String findType() {
        List<JsonNode> types = node.client().list(Request.get(VOLUME, "types"), "volume_types");
        return CinderJson.id(TYPES.get(spec.type().orElseThrow(), types));
    }

    private CinderResource resource(ObjectNode source) {
        return new CinderResource(
                node.volumes(), new VolumeRemoval(node.client(), node.timeouts(), spec.name()), body(source));
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
