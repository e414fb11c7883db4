/**
 * Internal. Checks the health of a node's services. Start at {@link io.kws.sdk.openstack.health.OpenStackHealth}.
 */
@NullMarked
package io.kws.sdk.openstack.health;

import org.jspecify.annotations.NullMarked;
