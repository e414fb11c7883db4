/**
 * Internal: Runs apps as Deployments. Start at {@link io.kws.sdk.k8s.apps.KubernetesApps}.
 */
@NullMarked
package io.kws.sdk.k8s.apps;

import org.jspecify.annotations.NullMarked;
