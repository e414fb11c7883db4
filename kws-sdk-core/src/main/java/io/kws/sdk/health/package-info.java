/** API: The health of nodes and their services. Start at {@link io.kws.sdk.health.NodeHealth}. */
@NullMarked
package io.kws.sdk.health;

import org.jspecify.annotations.NullMarked;
