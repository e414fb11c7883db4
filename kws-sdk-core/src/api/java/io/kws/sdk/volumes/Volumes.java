package io.kws.sdk.volumes;

public interface Volumes {
    boolean delete(String nameOrId);
    boolean deleteSnapshot(String nameOrId);
    io.kws.sdk.operations.Operation<Volume> createAsync(VolumeSpec spec);
    Volume attach(String volume, String server);
    Volume create(VolumeSpec spec);
    Volume detach(String nameOrId);
    Volume extend(String nameOrId, int sizeGib);
    Volume get(String nameOrId);
    VolumeSnapshot getSnapshot(String nameOrId);
    VolumeSnapshot snapshot(String volume, String snapshotName);
    java.util.List<Volume> list();
    java.util.List<VolumeSnapshot> listSnapshots();
    java.util.Optional<Volume> find(String nameOrId);
    java.util.Optional<VolumeSnapshot> findSnapshot(String nameOrId);
}
