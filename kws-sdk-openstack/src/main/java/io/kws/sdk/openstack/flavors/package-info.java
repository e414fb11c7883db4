/** The driver's side of {@code io.kws.sdk.flavors}; internal. */
@NullMarked
package io.kws.sdk.openstack.flavors;

import org.jspecify.annotations.NullMarked;
