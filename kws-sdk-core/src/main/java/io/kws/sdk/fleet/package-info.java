/** API: All nodes at once: lists, health, overviews, and resources placed on whichever node has room. Start at {@link io.kws.sdk.fleet.Fleet}. */
@NullMarked
package io.kws.sdk.fleet;

import org.jspecify.annotations.NullMarked;
