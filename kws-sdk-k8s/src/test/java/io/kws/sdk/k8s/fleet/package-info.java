/** Rentals of apps and IDEs, and what killed programs leave of them. Start at {@link io.kws.sdk.k8s.fleet.KilledTest}. */
@NullMarked
package io.kws.sdk.k8s.fleet;

import org.jspecify.annotations.NullMarked;
