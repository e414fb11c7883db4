/** Internal: Trying nodes one after another until one takes a resource. */
@NullMarked
package io.kws.sdk.internal.placement;

import org.jspecify.annotations.NullMarked;
