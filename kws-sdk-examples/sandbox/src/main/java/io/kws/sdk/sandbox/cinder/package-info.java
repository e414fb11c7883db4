/**
 * Block storage v3: volumes and snapshots.
 * Start at {@link io.kws.sdk.sandbox.cinder.Cinder}.
 */
@NullMarked
package io.kws.sdk.sandbox.cinder;

import org.jspecify.annotations.NullMarked;
