/** The driver's side of {@code io.kws.sdk.containers}; internal. */
@NullMarked
package io.kws.sdk.openstack.containers;

import org.jspecify.annotations.NullMarked;
