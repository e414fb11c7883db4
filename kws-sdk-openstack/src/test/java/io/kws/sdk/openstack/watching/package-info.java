/** Rentals and sweeps over several nodes. */
@NullMarked
package io.kws.sdk.openstack.watching;

import org.jspecify.annotations.NullMarked;
