package io.kws.sdk.openstack.volumes;

import static io.kws.sdk.openstack.client.Service.VOLUME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.Lookup;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.images.Image;
import io.kws.sdk.openstack.client.Json;
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
        Step<String> type = steps.addIf(!spec.type().isEmpty(), "find volume type", "", context -> findType());
        Step<String> created =
                steps.add("create volume", context -> context.make(resource(source.result())), source, type);
        Step<JsonNode> volume = steps.add(
                "wait for the volume", context -> node.volumes().await(created.result(), Set.of("available")), created);
        return receipt -> CinderJson.volume(volume.result());
    }

    private boolean hasSource() {
        return !spec.image().isEmpty() || !spec.snapshot().isEmpty();
    }

    /** Returns the fields of the request that name the source. */
    private ObjectNode findSource() {
        return spec.image().isEmpty() ? snapshotSource() : imageSource();
    }

    private ObjectNode imageSource() {
        Image image = node.images().get(spec.image());
        if (!image.status().equals("active")) {
            throw new ConflictException("image \"%s\" must be active, was %s".formatted(image.name(), image.status()));
        }
        long neededGib = Math.max(image.minDiskGib(), (image.sizeBytes() + GIB - 1) / GIB);
        requireSize("image \"" + image.name() + "\"", neededGib);
        return Json.object().put("imageRef", image.id());
    }

    private ObjectNode snapshotSource() {
        JsonNode snapshot = node.snapshots().get(spec.snapshot());
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
        return CinderJson.id(TYPES.get(spec.type(), types));
    }

    private CinderResource resource(ObjectNode source) {
        return new CinderResource(
                node.volumes(), new VolumeRemoval(node.client(), node.timeouts(), spec.name()), body(source));
    }

    private ObjectNode body(ObjectNode source) {
        ObjectNode body = source.deepCopy();
        body.put("name", spec.name()).put("size", spec.sizeGib());
        putUnlessEmpty(body, "volume_type", spec.type());
        putUnlessEmpty(body, "availability_zone", spec.availabilityZone());
        putUnlessEmpty(body, "description", spec.description());
        return body;
    }

    private static void putUnlessEmpty(ObjectNode body, String field, String value) {
        if (!value.isEmpty()) {
            body.put(field, value);
        }
    }
}
