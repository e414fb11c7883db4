/**
 * Internal: The note by which programs that sweep one project coordinate. Start at {@link
 * io.kws.sdk.openstack.sweeps.SecurityGroupNote}.
 *
 * <p>The note is the description of the security group {@code kws-sweeper}, changed by Neutron's revisions ({@code
 * If-Match}), because keypairs belong to one user and names in Neutron are not unique; several notes count as none.
 */
@NullMarked
package io.kws.sdk.openstack.sweeps;

import org.jspecify.annotations.NullMarked;
