/**
 * Placement: the one host and what is left of it.
 * Start at {@link io.kws.sdk.sandbox.placement.Placement}.
 */
@NullMarked
package io.kws.sdk.sandbox.placement;

import org.jspecify.annotations.NullMarked;
