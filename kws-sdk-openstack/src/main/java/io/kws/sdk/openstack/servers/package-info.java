/** Internal. Nova servers with their ports, addresses and volumes. */
@NullMarked
package io.kws.sdk.openstack.servers;

import org.jspecify.annotations.NullMarked;
