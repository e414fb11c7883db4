package io.kws.sdk.volumes;

import io.kws.sdk.operations.Operation;
import java.util.List;
import java.util.Optional;

/**
 * The volumes of a node, as its Cinder keeps them (Block Storage API v3), and their snapshots. Each method blocks until
 * what it asked for is so, makes at least one call and throws a {@link io.kws.sdk.errors.KwsException} if that fails.
 * Where something is named, its name or its ID may be given; a name that several share is an
 * {@link io.kws.sdk.errors.AmbiguousException}, an unknown one a {@link io.kws.sdk.errors.NotFoundException}. Changes of
 * state wait up to 5 min. Safe for use by many threads.
 */
public interface Volumes {
    /**
     * Makes a volume and waits until it is available. It ends in the volume, or in an error after which nothing is left
     * but what its receipt names as left.
     *
     * @param spec what to make
     * @return the volume
     * @throws io.kws.sdk.errors.InvalidRequestException if it is smaller than what it is made from, or the service refuses
     *     a value
     * @throws io.kws.sdk.errors.NotFoundException if the image, snapshot or type does not exist
     * @throws io.kws.sdk.errors.QuotaExceededException if the project may not have more
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the volume ends in an error; says the service's reason
     * @throws io.kws.sdk.errors.WaitTimedOutException if it is not available in time
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    Volume create(VolumeSpec spec);

    /**
     * Makes a volume in the background; otherwise as {@link #create}.
     *
     * @param spec what to make
     * @return the operation, which can be watched, cancelled and waited for
     */
    Operation<Volume> createAsync(VolumeSpec spec);

    /**
     * Returns a volume.
     *
     * @param nameOrId its name or ID
     * @return the volume
     */
    Volume get(String nameOrId);

    /**
     * Returns a volume, or nothing.
     *
     * @param nameOrId its name or ID
     * @return the volume, if there is one
     */
    Optional<Volume> find(String nameOrId);

    /** {@return all volumes of the project, all pages} */
    List<Volume> list();

    /**
     * Attaches a volume to a server and waits until it is in use. Fine if it is attached there already.
     *
     * @param volume the volume's name or ID
     * @param server the server's name or ID
     * @return the volume, attached; its attachment names the device
     * @throws io.kws.sdk.errors.ConflictException if its state forbids it, as when another server has it
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the service accepted it and gave it up
     */
    Volume attach(String volume, String server);

    /**
     * Detaches a volume from the servers it is attached to, and waits until it is available. Unmount it in the server
     * first. Fine if it is attached to none.
     *
     * @param nameOrId the volume
     * @return the volume, detached
     * @throws io.kws.sdk.errors.ConflictException if its state forbids it, as when a server boots from it
     */
    Volume detach(String nameOrId);

    /**
     * Makes a volume larger. Its file system must be made larger by its user. Fine if it has that size already.
     *
     * @param nameOrId the volume
     * @param sizeGib its new size in GiB
     * @return the volume, in its new size
     * @throws io.kws.sdk.errors.InvalidRequestException if that is smaller than it is
     * @throws io.kws.sdk.errors.ConflictException if its state forbids it; most services do not extend one in use
     * @throws io.kws.sdk.errors.QuotaExceededException if the project may not have more
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the service accepted it and failed
     */
    Volume extend(String nameOrId, int sizeGib);

    /**
     * Deletes a volume with all it holds, and waits until it is gone. Deleting twice is fine.
     *
     * @param nameOrId the volume
     * @return whether there was one
     * @throws io.kws.sdk.errors.ConflictException if it is attached, or has snapshots
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the service accepted it and failed
     */
    boolean delete(String nameOrId);

    /**
     * Keeps what a volume holds now, and waits until the snapshot is available. A volume in use may be caught in the
     * middle of a write; if it fails, the snapshot is removed.
     *
     * @param volume the volume's name or ID
     * @param snapshotName the name of the snapshot to make, 1 to 255 characters
     * @return the snapshot
     * @throws io.kws.sdk.errors.QuotaExceededException if the project may not have more
     * @throws io.kws.sdk.errors.ProvisioningFailedException if it ends in an error
     */
    VolumeSnapshot snapshot(String volume, String snapshotName);

    /**
     * Returns a snapshot.
     *
     * @param nameOrId its name or ID
     * @return the snapshot
     * @throws io.kws.sdk.errors.NotFoundException if there is none; suggests the nearest name
     * @throws io.kws.sdk.errors.AmbiguousException if several have the name
     */
    VolumeSnapshot getSnapshot(String nameOrId);

    /**
     * Looks for a snapshot.
     *
     * @param nameOrId its name or ID
     * @return the snapshot, if there is one
     * @throws io.kws.sdk.errors.AmbiguousException if several have the name
     */
    Optional<VolumeSnapshot> findSnapshot(String nameOrId);

    /** {@return all snapshots of the project's volumes, all pages} */
    List<VolumeSnapshot> listSnapshots();

    /**
     * Deletes a snapshot, and waits until it is gone. Volumes made from it stay. Deleting twice is fine.
     *
     * @param nameOrId the snapshot
     * @return whether there was one
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the service accepted it and failed
     */
    boolean deleteSnapshot(String nameOrId);
}
