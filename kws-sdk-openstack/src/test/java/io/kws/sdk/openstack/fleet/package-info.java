/** Rentals and sweeps over several nodes. */
@NullMarked
package io.kws.sdk.openstack.fleet;

import org.jspecify.annotations.NullMarked;
