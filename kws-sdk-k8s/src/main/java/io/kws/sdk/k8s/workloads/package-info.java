/** Internal. What apps and IDEs share: a Deployment with its Service, Ingress, storage and namespace. Start at {@link io.kws.sdk.k8s.workloads.DeployWorkload}. */
@NullMarked
package io.kws.sdk.k8s.workloads;

import org.jspecify.annotations.NullMarked;
