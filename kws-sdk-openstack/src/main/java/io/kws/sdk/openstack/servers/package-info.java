/** The driver's side of {@code io.kws.sdk.servers}; internal. */
@NullMarked
package io.kws.sdk.openstack.servers;

import org.jspecify.annotations.NullMarked;
