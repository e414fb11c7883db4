/**
 * Internal. Implements {@code io.kws.sdk.servers} with Nova and Neutron: renting, releasing and changing servers. Start at
 * {@link io.kws.sdk.openstack.servers.NovaServers}.
 */
@NullMarked
package io.kws.sdk.openstack.servers;

import org.jspecify.annotations.NullMarked;
