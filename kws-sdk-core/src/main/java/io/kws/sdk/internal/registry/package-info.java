/** Internal: What {@code Kws} hands out for all nodes together. */
@NullMarked
package io.kws.sdk.internal.registry;

import org.jspecify.annotations.NullMarked;
