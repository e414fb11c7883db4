/**
 * The client: the only way to openstack4j and to HTTP. Internal to the driver. Start at {@link
 * io.kws.sdk.openstack.client.OpenStackClient}.
 */
@NullMarked
package io.kws.sdk.openstack.client;

import org.jspecify.annotations.NullMarked;
