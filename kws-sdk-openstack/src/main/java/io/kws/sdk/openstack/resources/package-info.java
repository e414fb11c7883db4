/**
 * Internal: What the feature packages share: looking resources up by name or ID, waiting for their states, and changing
 * and deleting them. Start at {@link io.kws.sdk.openstack.resources.ResourceLookup}.
 */
@NullMarked
package io.kws.sdk.openstack.resources;

import org.jspecify.annotations.NullMarked;
