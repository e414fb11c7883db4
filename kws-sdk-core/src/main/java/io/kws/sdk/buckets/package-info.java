/** API: Swift containers, called buckets, and the objects in them. Start at {@link io.kws.sdk.buckets.Buckets}. */
@NullMarked
package io.kws.sdk.buckets;

import org.jspecify.annotations.NullMarked;
