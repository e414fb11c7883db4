/** Internal: The OpenStack driver, found by {@link java.util.ServiceLoader} when its artifact is on the class path. Users start at {@link io.kws.sdk.Kws}. */
@NullMarked
package io.kws.sdk.openstack;

import org.jspecify.annotations.NullMarked;
