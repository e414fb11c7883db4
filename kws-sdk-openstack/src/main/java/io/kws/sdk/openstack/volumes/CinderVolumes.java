package io.kws.sdk.openstack.volumes;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.driver.steps.UseCaseRunner;
import io.kws.sdk.images.Images;
import io.kws.sdk.openstack.client.OpenStackClient;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.servers.Servers;
import io.kws.sdk.volumes.Volume;
import io.kws.sdk.volumes.VolumeSnapshot;
import io.kws.sdk.volumes.VolumeSpec;
import io.kws.sdk.volumes.Volumes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Volumes in Cinder. */
public final class CinderVolumes implements Volumes {
    private static final Duration ALLOWED = Duration.ofMinutes(5);

    private final VolumeNode node;
    private final Cinder volumes;
    private final Cinder snapshots;
    private final VolumeActions actions;

    /**
     * Makes access to the volumes of a node.
     *
     * @param client the node
     * @param runner runs the use cases
     * @param timeouts the time limits
     * @param images the node's images
     * @param servers the node's servers
     */
    public CinderVolumes(
            OpenStackClient client, UseCaseRunner runner, Timeouts timeouts, Images images, Servers servers) {
        this.node = new VolumeNode(client, runner, timeouts, images, servers);
        this.volumes = node.volumes();
        this.snapshots = node.snapshots();
        this.actions = new VolumeActions(volumes);
    }

    @Override
    public Volume create(VolumeSpec spec) {
        return node.runner().run(CreateVolume.useCase(node, spec));
    }

    @Override
    public Operation<Volume> createAsync(VolumeSpec spec) {
        return node.runner().start(CreateVolume.useCase(node, spec));
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
                () -> actions.attach(get(volume), node.servers().get(server).id()));
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
            Optional<Volume> volume = find(nameOrId);
            volume.ifPresent(this::delete);
            return volume.isPresent();
        });
    }

    private void delete(Volume volume) {
        VolumeActions.requireDetached(volume, "delete");
        new VolumeRemoval(node.client(), node.timeouts(), volume.name()).delete(volume.id());
    }

    @Override
    public VolumeSnapshot snapshot(String volume, String snapshotName) {
        return node.runner().run(SnapshotVolume.useCase(node, volume, snapshotName));
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
            Optional<JsonNode> snapshot = snapshots.find(nameOrId);
            snapshot.ifPresent(existing -> snapshots.delete(CinderJson.id(existing)));
            return snapshot.isPresent();
        });
    }

    private <R> R run(String verb, String object, Supplier<R> work) {
        return node.runner().run(UseCase.ofOneStep(verb + " " + object, ALLOWED, verb, context -> work.get()));
    }
}
