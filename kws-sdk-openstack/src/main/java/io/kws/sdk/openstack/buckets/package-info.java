/**
 * Internal. Implements {@code io.kws.sdk.buckets} with Swift: buckets, their objects and the segments of large objects.
 * Start at {@link io.kws.sdk.openstack.buckets.SwiftBuckets}.
 */
@NullMarked
package io.kws.sdk.openstack.buckets;

import org.jspecify.annotations.NullMarked;
