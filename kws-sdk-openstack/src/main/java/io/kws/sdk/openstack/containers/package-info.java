/**
 * Internal. Implements {@code io.kws.sdk.containers} with Zun: running, changing and deleting containers. Start at {@link
 * io.kws.sdk.openstack.containers.ZunContainers}.
 */
@NullMarked
package io.kws.sdk.openstack.containers;

import org.jspecify.annotations.NullMarked;
