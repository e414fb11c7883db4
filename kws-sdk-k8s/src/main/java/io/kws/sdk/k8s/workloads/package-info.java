/**
 * Internal. Deploys, reads and deletes the Deployments behind apps and IDEs, with their Service, Ingress, Secret and storage.
 * Start at {@link io.kws.sdk.k8s.workloads.DeployWorkload}.
 */
@NullMarked
package io.kws.sdk.k8s.workloads;

import org.jspecify.annotations.NullMarked;
