package io.kws.sdk.buckets;

import io.kws.sdk.operations.Operation;
import io.kws.sdk.transfers.Content;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The objects of one bucket (Object Store API 1.0, objects). Each method blocks, makes at least one call, and throws a
 * {@link io.kws.sdk.errors.KwsException} if that fails: a {@link io.kws.sdk.errors.NotFoundException} if there is no
 * such bucket or object, an {@link io.kws.sdk.errors.InvalidRequestException} before any call if no object can have
 * that name. A name is any text of 1 to 1024 bytes in UTF-8 but for the character NUL; slashes, dots and spaces in it
 * mean nothing to the service. Uploads and downloads hold no content in memory, take as long as they like but may not
 * stand still for longer than {@link io.kws.sdk.operations.Timeouts#standstill}, and compare checksums at their end.
 * Thread-safe.
 */
public interface StoredObjects {
    /**
     * Stores an object, in place of one of that name; otherwise as {@link #upload}.
     *
     * @param name its name
     * @param content its content
     * @return the object
     */
    default StoredObject put(String name, Content content) {
        return upload(UploadSpec.builder().name(name).content(content).build());
    }

    /**
     * Stores an object. Readers see the former one, or none, until the new one is there as a whole; then its segments go,
     * if it had any. A content that is larger than a segment, or over 1 MiB and of unknown length, is stored in segments,
     * which is how an object may exceed 5 GiB. What fails leaves nothing but what its receipt names as left, and leaves
     * the former object as it was. A content that can be read again is sent again when the connection breaks.
     *
     * @param spec what to store
     * @return the object
     * @throws io.kws.sdk.errors.ConflictException if there is one of that name and it was to stay
     * @throws io.kws.sdk.errors.InvalidRequestException if the content cannot be read, or is not as long as announced
     * @throws io.kws.sdk.errors.QuotaExceededException if it does not fit in
     * @throws io.kws.sdk.errors.ServiceFailureException if what arrived is not what was sent; it is removed
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    StoredObject upload(UploadSpec spec);

    /**
     * Stores an object in the background; otherwise as {@link #upload}. A cancel takes effect within a MiB sent.
     *
     * @param spec what to store
     * @return the operation, to follow, cancel or wait for
     */
    Operation<StoredObject> uploadAsync(UploadSpec spec);

    /**
     * Returns what is known about an object.
     *
     * @param name its name
     * @return the object
     */
    StoredObject get(String name);

    /**
     * Returns what is known about an object, or nothing.
     *
     * @param name its name
     * @return the object; nothing if there is none, or no such bucket
     */
    Optional<StoredObject> find(String name);

    /**
     * Opens an object's content.
     *
     * @param name its name
     * @return the content, to be closed
     */
    ObjectStream open(String name);

    /**
     * Opens a part of an object's content; no checksum can be compared.
     *
     * @param name its name
     * @param range which part
     * @return that part of the content, to be closed
     * @throws io.kws.sdk.errors.InvalidRequestException if the content ends before the range begins
     */
    ObjectStream open(String name, ByteRange range);

    /**
     * Fetches an object into a file; otherwise as {@link #download(DownloadSpec)}.
     *
     * @param name its name
     * @param file the file, whose folder must exist; it is replaced
     * @return the object
     */
    default StoredObject download(String name, Path file) {
        return download(DownloadSpec.builder().name(name).file(file).build());
    }

    /**
     * Fetches an object into a file. The content goes into a file beside it, which takes its place when it is whole and
     * its checksum is right; so the file has the old content or the new one, and never an error's text. A connection that
     * breaks is opened again where it broke, unless the object has changed.
     *
     * @param spec what to fetch, and whereto
     * @return the object
     * @throws io.kws.sdk.errors.ServiceFailureException if what arrived is not what was stored
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     * @throws io.kws.sdk.errors.InvalidRequestException if the file cannot be written
     */
    StoredObject download(DownloadSpec spec);

    /**
     * Fetches an object into a file in the background; otherwise as {@link #download(DownloadSpec)}.
     *
     * @param spec what to fetch, and whereto
     * @return the operation, to follow, cancel or wait for
     */
    Operation<StoredObject> downloadAsync(DownloadSpec spec);

    /** {@return all objects of the bucket, all pages} */
    default ObjectListing list() {
        return list(ObjectQuery.all());
    }

    /**
     * Lists objects, all pages. The service may take some moments to list what was stored or deleted.
     *
     * @param query which
     * @return what was found, possibly nothing
     */
    ObjectListing list(ObjectQuery query);

    /**
     * Copies an object within the bucket, without fetching its content; one of the new name is replaced.
     *
     * @param name the object
     * @param newName the copy's name
     * @return the copy
     */
    StoredObject copy(String name, String newName);

    /**
     * Copies an object into any bucket of the project; otherwise as {@link #copy(String, String)}.
     *
     * @param name the object
     * @param bucket the bucket of the copy
     * @param newName the copy's name
     * @return the copy
     */
    StoredObject copy(String name, String bucket, String newName);

    /**
     * Changes metadata, content type or expiry of an object. It is read and then written as a whole: of two changes at
     * once, one may be lost.
     *
     * @param name its name
     * @param change what to change
     * @return the object, changed
     */
    StoredObject change(String name, ObjectChange change);

    /**
     * Deletes an object, and its segments if it is a large one.
     *
     * @param name its name
     * @return whether there was one
     */
    boolean delete(String name);

    /**
     * Returns an address that lets whoever knows it read or store one object, without any login, for a while. Treat it as a
     * secret. It cannot be taken back by itself; it ends with the bucket. The address of a large object is signed with a key
     * of the whole project, which the project gets if it has none; an object that becomes a large one needs a new address. A bucket made by another program gets a key for
     * it, if it has none.
     *
     * @param name the object, which need not exist
     * @param access what it allows
     * @param validFor for how long, at least a second
     * @return the address
     * @throws io.kws.sdk.errors.CapabilityMissingException if the node offers no such addresses
     */
    URI temporaryUrl(String name, UrlAccess access, Duration validFor);
}
