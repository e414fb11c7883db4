/**
 * The gate: the only way to openstack4j and to HTTP. Internal to the driver. Start at {@link
 * io.kws.sdk.openstack.transport.Gate}.
 */
@NullMarked
package io.kws.sdk.openstack.transport;

import org.jspecify.annotations.NullMarked;
