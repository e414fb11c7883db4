/** IDEs by apps and workspaces; internal to the driver. Start at {@link io.kws.sdk.k8s.ides.KubernetesIdes}. */
@NullMarked
package io.kws.sdk.k8s.ides;

import org.jspecify.annotations.NullMarked;
