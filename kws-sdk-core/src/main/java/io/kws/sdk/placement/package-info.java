/** API: Rules that choose the node for a new resource. Start at {@link io.kws.sdk.placement.Placement}. */
@NullMarked
package io.kws.sdk.placement;

import org.jspecify.annotations.NullMarked;
