package io.kws.sdk.images;

import io.kws.sdk.operations.Operation;
import io.kws.sdk.transfers.TransferListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The Glance images of a node (Image API v2). Each method blocks, makes at least one call and throws a
 * {@link io.kws.sdk.errors.KwsException} if a call fails. Thread-safe.
 */
public interface Images {
    /** {@return all images the credentials can see, all pages} */
    List<Image> list();

    /**
     * Finds an image.
     *
     * @param nameOrId its name or ID
     * @return the image, if there is one
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     */
    Optional<Image> find(String nameOrId);

    /**
     * Returns an image.
     *
     * @param nameOrId its name or ID
     * @return the image
     * @throws io.kws.sdk.errors.NotFoundException if it does not exist; the message suggests the closest name
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     */
    Image get(String nameOrId);

    /**
     * Creates an image, streams its data to the service, and waits until the image is active. The format is detected
     * from the header of the data; without a known header it is raw. After the transfer, the checksums are compared.
     * Returns an active image, or fails and leaves no partial image behind.
     *
     * <p>The upload as a whole has no time limit, but the connection must not stall for longer than
     * {@link io.kws.sdk.operations.Timeouts#standstill}; waiting for a slow content does not count. If the connection breaks,
     * content that can be read again is sent again.
     *
     * @param upload what to upload
     * @return the image, active
     * @throws io.kws.sdk.errors.InvalidRequestException if the data is empty, compressed, unreadable, or not in the
     *     format named
     * @throws io.kws.sdk.errors.QuotaExceededException if the project's quota is exhausted
     * @throws io.kws.sdk.errors.AccessDeniedException if the credentials are not allowed to create it, or to make it
     *     public
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the service did not store the data as sent
     * @throws io.kws.sdk.errors.NodeUnavailableException if the connection broke or stalled
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    Image upload(ImageUpload upload);

    /**
     * Uploads an image in the background; otherwise like {@link #upload}.
     *
     * @param upload what to upload
     * @return the operation, to follow, cancel or wait for
     */
    Operation<Image> uploadAsync(ImageUpload upload);

    /**
     * Downloads an image's data to a file, through a temporary file next to it that is renamed once the download is
     * complete and its checksum matches. Replaces an existing file; if the download fails, the existing file stays
     * unchanged.
     *
     * @param nameOrId the image
     * @param file the target file
     * @return the image
     * @throws io.kws.sdk.errors.NotFoundException if the image does not exist
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     * @throws io.kws.sdk.errors.ConflictException if it has no data yet
     * @throws io.kws.sdk.errors.InvalidRequestException if writing the file fails
     * @throws io.kws.sdk.errors.NodeUnavailableException if the connection broke or stalled
     * @throws io.kws.sdk.errors.ServiceFailureException if the data received differs from the image's
     */
    default Image download(String nameOrId, Path file) {
        return download(nameOrId, file, TransferListener.NONE);
    }

    /**
     * Downloads an image's data to a file and reports progress; otherwise like {@link #download(String, Path)}.
     *
     * @param nameOrId the image
     * @param file the target file
     * @param listener receives the progress, on another thread
     * @return the image
     */
    Image download(String nameOrId, Path file, TransferListener listener);

    /**
     * Downloads an image in the background; otherwise like {@link #download(String, Path)}. Its progress reports give
     * the bytes transferred.
     *
     * @param nameOrId the image
     * @param file the target file
     * @return the operation, to follow, cancel or wait for
     */
    Operation<Image> downloadAsync(String nameOrId, Path file);

    /**
     * Changes an image's name, visibility, flavor requirements or properties.
     *
     * @param nameOrId the image
     * @param change what to change
     * @return the image, changed
     * @throws io.kws.sdk.errors.NotFoundException if the image does not exist
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     * @throws io.kws.sdk.errors.AccessDeniedException if the credentials are not allowed to change it, or to make it
     *     public
     */
    Image change(String nameOrId, ImageChange change);

    /**
     * Renames an image.
     *
     * @param nameOrId the image
     * @param newName 1 to 255 characters
     * @return the image, renamed
     * @throws io.kws.sdk.errors.NotFoundException if the image does not exist
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     * @throws io.kws.sdk.errors.AccessDeniedException if the credentials are not allowed to change it
     */
    default Image rename(String nameOrId, String newName) {
        return change(nameOrId, ImageChange.builder().name(newName).build());
    }

    /**
     * Makes an image public.
     *
     * @param nameOrId the image
     * @return the image, public
     * @throws io.kws.sdk.errors.NotFoundException if the image does not exist
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     * @throws io.kws.sdk.errors.AccessDeniedException if the credentials are not allowed to; most clouds allow this to
     *     administrators only
     */
    default Image publish(String nameOrId) {
        return change(
                nameOrId,
                ImageChange.builder().visibility(ImageVisibility.PUBLIC).build());
    }

    /**
     * Makes an image private to its project.
     *
     * @param nameOrId the image
     * @return the image, private
     * @throws io.kws.sdk.errors.NotFoundException if the image does not exist
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     * @throws io.kws.sdk.errors.AccessDeniedException if the credentials are not allowed to change it
     */
    default Image hide(String nameOrId) {
        return change(
                nameOrId,
                ImageChange.builder().visibility(ImageVisibility.PRIVATE).build());
    }

    /**
     * Deletes an image; servers created from it are kept. For the image of a volume-backed server, also deletes the
     * volume snapshots behind it, which Glance does not know about.
     *
     * @param nameOrId the image
     * @return whether it existed
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     * @throws io.kws.sdk.errors.AccessDeniedException if it belongs to another project, or is protected
     * @throws io.kws.sdk.errors.ConflictException if it is in use, or if it was deleted but a volume snapshot behind it
     *     is left
     */
    boolean delete(String nameOrId);
}
