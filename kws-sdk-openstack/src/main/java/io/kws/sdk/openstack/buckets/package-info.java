/** Internal. Buckets and objects in Swift. Start at {@link io.kws.sdk.openstack.buckets.SwiftBuckets}. */
@NullMarked
package io.kws.sdk.openstack.buckets;

import org.jspecify.annotations.NullMarked;
