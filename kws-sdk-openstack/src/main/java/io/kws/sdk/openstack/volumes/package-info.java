/** Internal. Cinder volumes and snapshots. */
@NullMarked
package io.kws.sdk.openstack.volumes;

import org.jspecify.annotations.NullMarked;
