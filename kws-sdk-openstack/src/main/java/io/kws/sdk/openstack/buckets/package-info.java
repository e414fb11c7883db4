/**
 * Internal: Implements {@code io.kws.sdk.buckets} with Swift: buckets, their objects and the segments of large
 * objects. Start at {@link io.kws.sdk.openstack.buckets.SwiftBuckets}.
 *
 * <p>Swift takes a second PUT of a bucket as a change of the first. A bucket is therefore claimed by a mark of its
 * rental first, and the rental is written once the bucket is known to be new. Tags are headers {@code
 * X-Container-Meta-Kws-*}, percent-encoded.
 *
 * <p>Segments of large objects are in {@code <bucket>_segments} under names that are used once. The manifest is the
 * commit: the previous object stays until it is replaced, and nothing is undone after that. Swift asks the segments'
 * container who may read, so it is opened and closed with its bucket; temporary URLs of large objects are signed with
 * a key of the account. Before its first segment an upload leaves a mark with the object's name, so that a sweep finds
 * what a killed upload left.
 */
@NullMarked
package io.kws.sdk.openstack.buckets;

import org.jspecify.annotations.NullMarked;
