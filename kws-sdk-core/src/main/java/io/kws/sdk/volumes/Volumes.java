package io.kws.sdk.volumes;

import io.kws.sdk.operations.Operation;
import java.util.List;
import java.util.Optional;

/**
 * The Cinder volumes of a node and their snapshots (Block Storage API v3). Each method blocks until its work is
 * complete, makes at least one call and throws a {@link io.kws.sdk.errors.KwsException} if a call fails. A resource is
 * identified by its name or its ID; a name shared by several resources causes an
 * {@link io.kws.sdk.errors.AmbiguousException}, an unknown one a {@link io.kws.sdk.errors.NotFoundException}. State changes
 * wait up to 5 min. Thread-safe.
 */
public interface Volumes {
    /**
     * Creates a volume and waits until it is available. Returns the volume, or fails and leaves nothing behind except
     * the resources its receipt lists as left.
     *
     * @param spec what to create
     * @return the volume
     * @throws io.kws.sdk.errors.InvalidRequestException if it is smaller than its image or snapshot, or the service
     *     rejects a value
     * @throws io.kws.sdk.errors.NotFoundException if the image, snapshot or type does not exist
     * @throws io.kws.sdk.errors.QuotaExceededException if the project's quota is exhausted
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the volume enters an error state; the message gives the
     *     service's reason
     * @throws io.kws.sdk.errors.WaitTimedOutException if it is not available in time
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    Volume create(VolumeSpec spec);

    /**
     * Creates a volume in the background; otherwise like {@link #create}.
     *
     * @param spec what to create
     * @return the operation, to follow, cancel or wait for
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
     * Finds a volume.
     *
     * @param nameOrId its name or ID
     * @return the volume, if there is one
     */
    Optional<Volume> find(String nameOrId);

    /** {@return all volumes of the project, all pages} */
    List<Volume> list();

    /**
     * Attaches a volume to a server and waits until it is in use. Does nothing if it is already attached to that
     * server.
     *
     * @param volume the volume's name or ID
     * @param server the server's name or ID
     * @return the volume, attached; its attachment names the device
     * @throws io.kws.sdk.errors.ConflictException if its state does not allow it, for example if it is attached to
     *     another server
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the service accepted the request but the attachment
     *     failed
     */
    Volume attach(String volume, String server);

    /**
     * Detaches a volume from the servers it is attached to, and waits until it is available. Unmount it in the server
     * first. Does nothing if it is not attached.
     *
     * @param nameOrId the volume
     * @return the volume, detached
     * @throws io.kws.sdk.errors.ConflictException if its state does not allow it, for example if a server boots from it
     */
    Volume detach(String nameOrId);

    /**
     * Extends a volume. Growing the file system on it is up to its user. Does nothing if it already has that size.
     *
     * @param nameOrId the volume
     * @param sizeGib its new size in GiB
     * @return the volume, extended
     * @throws io.kws.sdk.errors.InvalidRequestException if that is smaller than its current size
     * @throws io.kws.sdk.errors.ConflictException if its state does not allow it; most services do not extend a volume
     *     in use
     * @throws io.kws.sdk.errors.QuotaExceededException if the project's quota is exhausted
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the service accepted the request and then failed
     */
    Volume extend(String nameOrId, int sizeGib);

    /**
     * Deletes a volume with all its data, and waits until it is gone. Idempotent.
     *
     * @param nameOrId the volume
     * @return whether it existed
     * @throws io.kws.sdk.errors.ConflictException if it is attached, or has snapshots
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the service accepted the request and then failed
     */
    boolean delete(String nameOrId);

    /**
     * Creates a snapshot of a volume, and waits until it is available. The snapshot of a volume in use may contain a
     * half-finished write. If the snapshot fails, it is deleted.
     *
     * @param volume the volume's name or ID
     * @param snapshotName the name of the snapshot to create, 1 to 255 characters
     * @return the snapshot
     * @throws io.kws.sdk.errors.QuotaExceededException if the project's quota is exhausted
     * @throws io.kws.sdk.errors.ProvisioningFailedException if it enters an error state
     */
    VolumeSnapshot snapshot(String volume, String snapshotName);

    /**
     * Returns a snapshot.
     *
     * @param nameOrId its name or ID
     * @return the snapshot
     * @throws io.kws.sdk.errors.NotFoundException if it does not exist; the message suggests the closest name
     * @throws io.kws.sdk.errors.AmbiguousException if several snapshots have the name
     */
    VolumeSnapshot getSnapshot(String nameOrId);

    /**
     * Finds a snapshot.
     *
     * @param nameOrId its name or ID
     * @return the snapshot, if there is one
     * @throws io.kws.sdk.errors.AmbiguousException if several snapshots have the name
     */
    Optional<VolumeSnapshot> findSnapshot(String nameOrId);

    /** {@return all snapshots of the project's volumes, all pages} */
    List<VolumeSnapshot> listSnapshots();

    /**
     * Deletes a snapshot, and waits until it is gone. Volumes created from it are kept. Idempotent.
     *
     * @param nameOrId the snapshot
     * @return whether it existed
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the service accepted the request and then failed
     */
    boolean deleteSnapshot(String nameOrId);
}
