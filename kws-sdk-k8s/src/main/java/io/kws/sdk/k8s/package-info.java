/**
 * Internal: The Kubernetes driver, which Java's service loader finds on the class path. Start at
 * {@link io.kws.sdk.k8s.KubernetesDriver}; users start at {@link io.kws.sdk.Kws}.
 */
@NullMarked
package io.kws.sdk.k8s;

import org.jspecify.annotations.NullMarked;
