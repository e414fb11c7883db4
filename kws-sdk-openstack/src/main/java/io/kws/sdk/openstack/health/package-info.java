/** How a node's services do. */
@NullMarked
package io.kws.sdk.openstack.health;

import org.jspecify.annotations.NullMarked;
