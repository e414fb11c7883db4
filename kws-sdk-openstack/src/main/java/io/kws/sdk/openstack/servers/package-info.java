/**
 * Internal: Implements {@code io.kws.sdk.servers} with Nova and Neutron: renting, releasing and changing servers.
 * Start at {@link io.kws.sdk.openstack.servers.NovaServers}.
 *
 * <p>The rental's ID exists before the first call. The server carries the rental in its metadata ({@code kws.rental},
 * {@code .owner}, {@code .start}, {@code .end}); keypair, security group and port carry it in their name ({@code
 * kws-<id>}), the floating IP in its description. The port is created before the server, so the security group needs
 * no call of its own and the floating IP is created while the server is built.
 *
 * <p>Of two rents of one name at the same time, at least the later one sees both servers in the check after the
 * create, and gives up. A keypair of a rental's ID exists once, and a second port of that ID sees the first.
 *
 * <p>Keys are made here (Ed25519), because Nova makes none from microversion 2.92 on, and so the private half never
 * crosses the network. The result of cloud-init is read from the console log, where a part added to the user data
 * prints it. Neither Nova nor Glance says when the volumes behind servers and the snapshots behind images stay; both
 * are looked up before, and deleted after.
 */
@NullMarked
package io.kws.sdk.openstack.servers;

import org.jspecify.annotations.NullMarked;
