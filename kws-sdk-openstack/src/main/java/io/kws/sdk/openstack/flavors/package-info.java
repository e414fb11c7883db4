/** Internal: Nova flavors. */
@NullMarked
package io.kws.sdk.openstack.flavors;

import org.jspecify.annotations.NullMarked;
