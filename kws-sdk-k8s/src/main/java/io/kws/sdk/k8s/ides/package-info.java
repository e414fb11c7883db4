/**
 * Internal. Runs IDEs as apps with workspaces that outlive them. Start at {@link io.kws.sdk.k8s.ides.KubernetesIdes}.
 */
@NullMarked
package io.kws.sdk.k8s.ides;

import org.jspecify.annotations.NullMarked;
