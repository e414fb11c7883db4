/** The driver's side of {@code io.kws.sdk.limits}; internal. */
@NullMarked
package io.kws.sdk.openstack.limits;

import org.jspecify.annotations.NullMarked;
