/**
 * Internal: Trying nodes one after another until one takes a resource.
 *
 * <p>Room is the tightest of a plan's needs. The next node is tried only when the one before is known to have no such
 * thing; after a create whose answer was lost, it is looked at once more when another node has taken the request.
 */
@NullMarked
package io.kws.sdk.internal.placement;

import org.jspecify.annotations.NullMarked;
