/**
 * Internal: Implements {@code io.kws.sdk.containers} with Zun: running, changing and deleting containers. Start at
 * {@link io.kws.sdk.openstack.containers.ZunContainers}.
 *
 * <p>openstack4j has nothing for Zun, so all calls are REST. The rental is in the container's labels, which Zun cannot
 * change; what is added later is in the description of its port. Zun deletes in some states only and reports failures
 * later, so a deletion is watched until the container is gone, and repeated where that helps. Actions answer {@code
 * null}, and links to further pages lack the service's path. Built against Zun's API reference, source and client; no
 * packaged server was at hand.
 */
@NullMarked
package io.kws.sdk.openstack.containers;

import org.jspecify.annotations.NullMarked;
