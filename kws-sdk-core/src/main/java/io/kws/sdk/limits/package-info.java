/** How much a project may have, and how much it has. Start at {@link io.kws.sdk.limits.Limits}. */
@NullMarked
package io.kws.sdk.limits;

import org.jspecify.annotations.NullMarked;
