/** What programs that sweep one project agree by. Start at {@link io.kws.sdk.openstack.fleet.NeutronNote}. */
@NullMarked
package io.kws.sdk.openstack.fleet;

import org.jspecify.annotations.NullMarked;
