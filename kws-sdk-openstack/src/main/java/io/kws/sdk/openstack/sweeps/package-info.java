/** Internal. The note by which programs that sweep one project coordinate. Start at {@link io.kws.sdk.openstack.sweeps.SecurityGroupNote}. */
@NullMarked
package io.kws.sdk.openstack.sweeps;

import org.jspecify.annotations.NullMarked;
