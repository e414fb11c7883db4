/** Internal: Health checks of OpenStack services. */
@NullMarked
package io.kws.sdk.openstack.health;

import org.jspecify.annotations.NullMarked;
