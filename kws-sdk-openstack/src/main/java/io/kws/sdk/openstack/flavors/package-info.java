/**
 * Internal. Implements {@code io.kws.sdk.flavors} with Nova. Start at {@link
 * io.kws.sdk.openstack.flavors.NovaFlavors}.
 */
@NullMarked
package io.kws.sdk.openstack.flavors;

import org.jspecify.annotations.NullMarked;
