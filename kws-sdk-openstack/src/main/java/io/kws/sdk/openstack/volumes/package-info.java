/** The driver's side of {@code io.kws.sdk.volumes}; internal. */
@NullMarked
package io.kws.sdk.openstack.volumes;

import org.jspecify.annotations.NullMarked;
