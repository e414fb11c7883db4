/**
 * Internal: Counts how many more Pods fit into a cluster and its quotas. Start at
 * {@link io.kws.sdk.k8s.capacity.ClusterCapacity}.
 */
@NullMarked
package io.kws.sdk.k8s.capacity;

import org.jspecify.annotations.NullMarked;
