/**
 * Internal. Shows apps and IDEs to sweeps as rentals, and finds and deletes what killed programs leave of them. Start at
 * {@link io.kws.sdk.k8s.rentals.RentedWorkloads}.
 */
@NullMarked
package io.kws.sdk.k8s.rentals;

import org.jspecify.annotations.NullMarked;
