/** The driver's side of {@code io.kws.sdk.networks}; internal. */
@NullMarked
package io.kws.sdk.openstack.networks;

import org.jspecify.annotations.NullMarked;
