/** Internal. Zun containers. */
@NullMarked
package io.kws.sdk.openstack.containers;

import org.jspecify.annotations.NullMarked;
