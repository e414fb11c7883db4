/** Internal: Neutron networks. */
@NullMarked
package io.kws.sdk.openstack.networks;

import org.jspecify.annotations.NullMarked;
