/**
 * Images v2: the built-in images, uploads and snapshots.
 * Start at {@link io.kws.sdk.sandbox.glance.Glance}.
 */
@NullMarked
package io.kws.sdk.sandbox.glance;

import org.jspecify.annotations.NullMarked;
