package io.kws.sdk.openstack.volumes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.http.Json;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.images.Images;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.servers.Servers;
import io.kws.sdk.volumes.Volume;
import io.kws.sdk.volumes.VolumeSnapshot;
import io.kws.sdk.volumes.VolumeSpec;
import io.kws.sdk.volumes.Volumes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Volumes by Cinder. */
public final class CinderVolumes implements Volumes {
    private static final Duration ALLOWED = Duration.ofMinutes(5);
    private static final int LONGEST_NAME = 255;

    private final Cinder volumes;
    private final Cinder snapshots;
    private final Timeouts timeouts;
    private final VolumeActions actions;
    private final UseCaseRunner runner;
    private final Images images;
    private final Servers servers;

    /**
     * Makes the volumes of a node.
     *
     * @param client the node
     * @param runner carries out use cases
     * @param timeouts how long things may take
     * @param images what volumes are made from
     * @param servers what they are attached to
     */
    public CinderVolumes(
            OpenStackClient client, UseCaseRunner runner, Timeouts timeouts, Images images, Servers servers) {
        this.volumes = Cinder.volumes(client, timeouts);
        this.timeouts = timeouts;
        this.snapshots = Cinder.snapshots(client, timeouts);
        this.actions = new VolumeActions(volumes);
        this.runner = runner;
        this.images = images;
        this.servers = servers;
    }

    @Override
    public Volume create(VolumeSpec spec) {
        return runner.run(new CreateVolume(volumes, snapshots, images, spec).useCase());
    }

    @Override
    public Operation<Volume> createAsync(VolumeSpec spec) {
        return runner.start(new CreateVolume(volumes, snapshots, images, spec).useCase());
    }

    @Override
    public Volume get(String nameOrId) {
        return CinderJson.volume(volumes.get(nameOrId));
    }

    @Override
    public Optional<Volume> find(String nameOrId) {
        return volumes.find(nameOrId).map(CinderJson::volume);
    }

    @Override
    public List<Volume> list() {
        return volumes.list().stream().map(CinderJson::volume).toList();
    }

    @Override
    public Volume attach(String volume, String server) {
        return run(
                "attach",
                "volume \"%s\" to server \"%s\"".formatted(volume, server),
                () -> actions.attach(get(volume), servers.get(server).id()));
    }

    @Override
    public Volume detach(String nameOrId) {
        return run("detach", "volume \"" + nameOrId + "\"", () -> actions.detach(get(nameOrId)));
    }

    @Override
    public Volume extend(String nameOrId, int sizeGib) {
        return run("extend", "volume \"" + nameOrId + "\"", () -> actions.extend(get(nameOrId), sizeGib));
    }

    @Override
    public boolean delete(String nameOrId) {
        return run("delete", "volume \"" + nameOrId + "\"", () -> {
            Optional<Volume> found = find(nameOrId);
            found.ifPresent(this::delete);
            return found.isPresent();
        });
    }

    private void delete(Volume volume) {
        VolumeActions.requireDetached(volume, "deleted");
        new VolumeRemoval(volumes.client(), timeouts, volume.name()).delete(volume.id());
    }

    @Override
    public VolumeSnapshot snapshot(String volume, String snapshotName) {
        if (snapshotName.isBlank() || snapshotName.length() > LONGEST_NAME) {
            throw new InvalidRequestException(
                    "a snapshot's name has 1 to 255 characters, \"" + snapshotName + "\" has not");
        }
        return runner.run(new UseCase<>("snapshot volume \"" + volume + "\"", ALLOWED, steps -> {
            Step<JsonNode> found = steps.add("find volume", context -> volumes.get(volume));
            Step<String> made = steps.add(
                    "create snapshot",
                    context -> context.make(new CinderResource(
                            snapshots, ResourceKind.VOLUME_SNAPSHOT, body(found.result(), snapshotName))),
                    found);
            Step<JsonNode> snapshot = steps.add(
                    "wait for the snapshot", context -> snapshots.await(made.result(), Set.of("available")), made);
            return receipt -> CinderJson.snapshot(snapshot.result());
        }));
    }

    /** Cinder refuses to snapshot a volume in use unless it is forced. */
    private static ObjectNode body(JsonNode volume, String snapshotName) {
        ObjectNode body = Json.object().put("volume_id", CinderJson.id(volume)).put("name", snapshotName);
        return CinderJson.status(volume).equals("in-use") ? body.put("force", true) : body;
    }

    @Override
    public VolumeSnapshot getSnapshot(String nameOrId) {
        return CinderJson.snapshot(snapshots.get(nameOrId));
    }

    @Override
    public Optional<VolumeSnapshot> findSnapshot(String nameOrId) {
        return snapshots.find(nameOrId).map(CinderJson::snapshot);
    }

    @Override
    public List<VolumeSnapshot> listSnapshots() {
        return snapshots.list().stream().map(CinderJson::snapshot).toList();
    }

    @Override
    public boolean deleteSnapshot(String nameOrId) {
        return run("delete", "snapshot \"" + nameOrId + "\"", () -> {
            Optional<JsonNode> found = snapshots.find(nameOrId);
            found.ifPresent(thing -> snapshots.delete(CinderJson.id(thing)));
            return found.isPresent();
        });
    }

    private <R> R run(String verb, String what, Supplier<R> work) {
        return runner.run(new UseCase<>(verb + " " + what, ALLOWED, steps -> {
            Step<R> done = steps.add(verb, context -> work.get());
            return receipt -> done.result();
        }));
    }
}
