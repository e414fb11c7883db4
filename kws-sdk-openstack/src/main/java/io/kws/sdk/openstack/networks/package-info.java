/**
 * Internal. Implements {@code io.kws.sdk.networks} with Neutron. Start at {@link
 * io.kws.sdk.openstack.networks.NeutronNetworks}.
 */
@NullMarked
package io.kws.sdk.openstack.networks;

import org.jspecify.annotations.NullMarked;
