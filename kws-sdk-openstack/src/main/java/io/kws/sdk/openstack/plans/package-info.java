/**
 * Internal. Builds plans: what a use case would use, take of the limits, and fail at. Start at {@link
 * io.kws.sdk.openstack.plans.PlanBuilder}.
 */
@NullMarked
package io.kws.sdk.openstack.plans;

import org.jspecify.annotations.NullMarked;
