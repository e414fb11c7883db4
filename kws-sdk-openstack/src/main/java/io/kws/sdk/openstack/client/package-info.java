/** Internal. The client, the only user of openstack4j and HTTP. Start at {@link io.kws.sdk.openstack.client.OpenStackClient}. */
@NullMarked
package io.kws.sdk.openstack.client;

import org.jspecify.annotations.NullMarked;
