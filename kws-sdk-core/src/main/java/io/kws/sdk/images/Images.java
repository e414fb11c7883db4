package io.kws.sdk.images;

import io.kws.sdk.operations.Operation;
import io.kws.sdk.transfers.TransferListener;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The images of a node, as its Glance lists them (Image API v2). Each method blocks, makes at least one call and throws
 * a {@link io.kws.sdk.errors.KwsException} if that fails. Safe for use by many threads.
 */
public interface Images {
    /** {@return all images the credentials can see, all pages} */
    List<Image> list();

    /**
     * Returns an image, or nothing.
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
     * @throws io.kws.sdk.errors.NotFoundException if there is none; suggests the nearest name
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     */
    Image get(String nameOrId);

    /**
     * Makes an image and sends its data, which is read as it is sent, and waits until the image is active. The format is
     * told by the data's own header; without one that is known it is raw. Once it has arrived, its checksum is compared. It
     * ends in an active image, or in an error after which no half image is left.
     *
     * <p>It may take as long as it likes, but the connection may not stand still for longer than
     * {@link io.kws.sdk.operations.Timeouts#standstill}; for a content that is slow to come it waits. Data that can be
     * read again is sent again when a connection broke.
     *
     * @param upload what to make
     * @return the image, active
     * @throws io.kws.sdk.errors.InvalidRequestException if the data is empty, compressed, cannot be read, or is not of the
     *     format named
     * @throws io.kws.sdk.errors.QuotaExceededException if the project may not have more
     * @throws io.kws.sdk.errors.AccessDeniedException if the credentials may not make it, or not make it public
     * @throws io.kws.sdk.errors.ProvisioningFailedException if the service did not take the data as it was sent
     * @throws io.kws.sdk.errors.NodeUnavailableException if the connection broke, or stood still
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    Image upload(ImageUpload upload);

    /**
     * Uploads in the background; otherwise as {@link #upload}.
     *
     * @param upload what to make
     * @return the operation, which can be watched, cancelled and waited for
     */
    Operation<Image> uploadAsync(ImageUpload upload);

    /**
     * Fetches an image's data into a file: into a temporary one beside it first, which takes its place once all has arrived
     * and the checksum is right. A file that is there is replaced; if anything fails, it stays as it was.
     *
     * @param nameOrId the image
     * @param file where to
     * @return the image
     * @throws io.kws.sdk.errors.NotFoundException if there is no such image
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     * @throws io.kws.sdk.errors.ConflictException if it has no data yet
     * @throws io.kws.sdk.errors.InvalidRequestException if the file cannot be written
     * @throws io.kws.sdk.errors.NodeUnavailableException if the connection broke or stood still
     * @throws io.kws.sdk.errors.ServiceFailureException if other data came than the image has
     */
    default Image download(String nameOrId, Path file) {
        return download(nameOrId, file, TransferListener.NONE);
    }

    /**
     * Fetches an image's data into a file, and tells how it comes along; otherwise as {@link #download(String, Path)}.
     *
     * @param nameOrId the image
     * @param file where to
     * @param listener hears of it, on another thread
     * @return the image
     */
    Image download(String nameOrId, Path file, TransferListener listener);

    /**
     * Fetches in the background; otherwise as {@link #download(String, Path)}. Its reports of progress tell the bytes.
     *
     * @param nameOrId the image
     * @param file where to
     * @return the operation, which can be watched, cancelled and waited for
     */
    Operation<Image> downloadAsync(String nameOrId, Path file);

    /**
     * Changes what an image is called, who sees it, what it asks of flavors, or its properties.
     *
     * @param nameOrId the image
     * @param change what to change
     * @return the image, changed
     * @throws io.kws.sdk.errors.NotFoundException if there is no such image
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     * @throws io.kws.sdk.errors.AccessDeniedException if the credentials may not change it, or not make it public
     */
    Image change(String nameOrId, ImageChange change);

    /**
     * Gives an image another name.
     *
     * @param nameOrId the image
     * @param newName 1 to 255 characters
     * @return the image, renamed
     * @throws io.kws.sdk.errors.NotFoundException if there is no such image
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     * @throws io.kws.sdk.errors.AccessDeniedException if the credentials may not change it
     */
    default Image rename(String nameOrId, String newName) {
        return change(nameOrId, ImageChange.builder().name(newName).build());
    }

    /**
     * Lets everybody see an image.
     *
     * @param nameOrId the image
     * @return the image, public
     * @throws io.kws.sdk.errors.NotFoundException if there is no such image
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     * @throws io.kws.sdk.errors.AccessDeniedException if the credentials may not; on most clouds administrators may
     */
    default Image publish(String nameOrId) {
        return change(
                nameOrId,
                ImageChange.builder().visibility(ImageVisibility.PUBLIC).build());
    }

    /**
     * Lets nobody but its project see an image.
     *
     * @param nameOrId the image
     * @return the image, private
     * @throws io.kws.sdk.errors.NotFoundException if there is no such image
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     * @throws io.kws.sdk.errors.AccessDeniedException if the credentials may not change it
     */
    default Image hide(String nameOrId) {
        return change(
                nameOrId,
                ImageChange.builder().visibility(ImageVisibility.PRIVATE).build());
    }

    /**
     * Deletes an image; servers made from it live on. With the image of a server whose disk is a volume go the volume
     * snapshots behind it, of which Glance knows nothing.
     *
     * @param nameOrId the image
     * @return whether there was one
     * @throws io.kws.sdk.errors.AmbiguousException if several images have the name
     * @throws io.kws.sdk.errors.AccessDeniedException if it is another project's, or protected
     * @throws io.kws.sdk.errors.ConflictException if it is in use, or if it is deleted but a volume snapshot behind it is
     *     left
     */
    boolean delete(String nameOrId);
}
