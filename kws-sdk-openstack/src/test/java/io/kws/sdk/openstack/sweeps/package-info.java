/** Rentals and sweeps over several nodes. */
@NullMarked
package io.kws.sdk.openstack.sweeps;

import org.jspecify.annotations.NullMarked;
