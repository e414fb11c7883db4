/**
 * Internal. Implements {@code io.kws.sdk.limits} with the quotas of all services. Start at {@link
 * io.kws.sdk.openstack.limits.OpenStackLimits}.
 */
@NullMarked
package io.kws.sdk.openstack.limits;

import org.jspecify.annotations.NullMarked;
