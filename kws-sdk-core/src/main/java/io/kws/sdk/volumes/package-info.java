/** API: Cinder volumes and their snapshots. Start at {@link io.kws.sdk.volumes.Volumes}. */
@NullMarked
package io.kws.sdk.volumes;

import org.jspecify.annotations.NullMarked;
