/** Rentals and sweeps over several nodes. */
@NullMarked
package io.kws.sdk.openstack.placement;

import org.jspecify.annotations.NullMarked;
