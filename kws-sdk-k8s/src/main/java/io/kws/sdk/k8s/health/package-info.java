/**
 * Internal: Checks the health of clusters. Start at {@link io.kws.sdk.k8s.health.ClusterHealth}.
 */
@NullMarked
package io.kws.sdk.k8s.health;

import org.jspecify.annotations.NullMarked;
