/** The driver's side of {@code io.kws.sdk.keypairs}; internal. */
@NullMarked
package io.kws.sdk.openstack.keypairs;

import org.jspecify.annotations.NullMarked;
