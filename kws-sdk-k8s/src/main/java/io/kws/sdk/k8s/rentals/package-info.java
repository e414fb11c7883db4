/**
 * Internal: Shows apps and IDEs to sweeps as rentals, and finds and deletes what killed programs leave of them. Start
 * at {@link io.kws.sdk.k8s.rentals.RentedWorkloads}.
 *
 * <p>Storage is deleted only once what uses it is gone. The storage of an app that lost its Deployment is first noted
 * ({@code kws.abandoned-at}) and deleted by a later sweep. A Deployment with the rental's label keeps all of it,
 * whatever its annotations say.
 */
@NullMarked
package io.kws.sdk.k8s.rentals;

import org.jspecify.annotations.NullMarked;
