/** API: Sweeps warn about, stop and delete expired rentals, on demand or on a schedule. Start at {@link io.kws.sdk.sweeps.Sweeps}. */
@NullMarked
package io.kws.sdk.sweeps;

import org.jspecify.annotations.NullMarked;
