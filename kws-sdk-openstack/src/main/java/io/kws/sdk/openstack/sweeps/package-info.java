/** What programs that sweep one project agree by. Start at {@link io.kws.sdk.openstack.sweeps.SecurityGroupNote}. */
@NullMarked
package io.kws.sdk.openstack.sweeps;

import org.jspecify.annotations.NullMarked;
