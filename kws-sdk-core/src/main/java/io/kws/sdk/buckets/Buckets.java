package io.kws.sdk.buckets;

import io.kws.sdk.operations.Operation;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.receipts.Receipt;
import java.util.List;
import java.util.Optional;

/**
 * The buckets of a node's project (Object Store API 1.0; Swift calls a bucket a container). Each method blocks, makes
 * at least one call, and throws a {@link io.kws.sdk.errors.KwsException} if that fails; {@link #objects} makes none.
 * Buckets that other programs made are served too, whatever their names. Large objects keep their segments in a
 * container beside the bucket, named like it with {@code _segments} at the end, as other clients do; it comes and goes
 * with the bucket and is not listed. Thread-safe.
 *
 * <pre>{@code
 * Buckets buckets = kws.node("kws1").buckets();
 * buckets.create(BucketSpec.named("photos"));
 * buckets.objects("photos").put("holiday/1.jpg", Content.of(Path.of("1.jpg")));
 * }</pre>
 */
public interface Buckets {
    /**
     * Rents a bucket; who rents it until when is written on it. If it fails, the bucket is removed again. Three calls.
     *
     * @param spec what to make
     * @return the bucket, empty
     * @throws io.kws.sdk.errors.InvalidRequestException if the owner is too long to be written on it
     * @throws io.kws.sdk.errors.ConflictException if the project has a bucket of that name
     * @throws io.kws.sdk.errors.QuotaExceededException if the project's quota is exhausted
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    BucketRental create(BucketSpec spec);

    /**
     * Rents a bucket in the background; otherwise as {@link #create}.
     *
     * @param spec what to make
     * @return the operation, to follow, cancel or wait for
     */
    Operation<BucketRental> createAsync(BucketSpec spec);

    /**
     * Says what {@link #create} would do, and whether it can: whether the service is there and the name is free.
     * Makes nothing.
     *
     * @param spec what would be made
     * @return the plan, with each problem as the error the creation would fail with
     * @throws io.kws.sdk.errors.NodeUnavailableException if a service does not answer
     * @throws io.kws.sdk.errors.AuthenticationFailedException if the credentials are refused
     */
    Plan plan(BucketSpec spec);

    /**
     * Returns a bucket.
     *
     * @param name its name
     * @return the bucket
     * @throws io.kws.sdk.errors.NotFoundException if there is none; suggests the nearest name
     */
    Bucket get(String name);

    /**
     * Returns a bucket, or nothing.
     *
     * @param name its name
     * @return the bucket, if there is one
     */
    Optional<Bucket> find(String name);

    /** {@return the names of all buckets of the project, all pages, sorted} */
    List<String> names();

    /** {@return all buckets of the project; one call for all names and one for each bucket} */
    List<Bucket> list();

    /**
     * Returns the buckets that somebody rents; as many calls as {@link #list}.
     *
     * @param owner the renter
     * @return the buckets, possibly none
     */
    List<Bucket> ownedBy(String owner);

    /**
     * Returns how much a bucket holds.
     *
     * @param name the bucket
     * @return the number and size of its objects
     * @throws io.kws.sdk.errors.NotFoundException if there is none
     */
    BucketUsage usage(String name);

    /**
     * Lets everybody read a bucket and its objects, at {@link Bucket#url}. Fine if they may already. Some moments may pass
     * until it shows.
     *
     * @param name the bucket
     * @return the bucket
     * @throws io.kws.sdk.errors.NotFoundException if there is none
     */
    Bucket makePublic(String name);

    /**
     * Lets nobody but the project read a bucket. Fine if it is so already. Some moments may pass until it shows.
     *
     * @param name the bucket
     * @return the bucket
     * @throws io.kws.sdk.errors.NotFoundException if there is none
     */
    Bucket makePrivate(String name);

    /**
     * Deletes an empty bucket, and the container {@code <name>_segments} if that is empty too. Deleting twice is fine.
     *
     * @param name the bucket
     * @return what was deleted; empty if there was nothing
     * @throws io.kws.sdk.errors.ConflictException if it has objects
     */
    Receipt delete(String name);

    /**
     * Deletes a bucket with all its objects, and the container {@code <name>_segments} with all it has; who stores in it meanwhile may keep it from being empty.
     * Deleting twice is fine, and finishes what was left as long as the bucket itself is there. Takes about a call for each 500 objects, or one for each where the service deletes
     * no more at once; up to an hour.
     *
     * @param name the bucket
     * @return what was deleted; empty if there was nothing
     * @throws io.kws.sdk.errors.ConflictException if new objects keep coming
     */
    Receipt deleteWithContents(String name);

    /**
     * Returns the objects of a bucket. Makes no call: whether there is such a bucket shows at the first use.
     *
     * @param bucket the bucket's name
     * @return its objects
     * @throws io.kws.sdk.errors.InvalidRequestException if no bucket can have that name
     */
    StoredObjects objects(String bucket);
}
