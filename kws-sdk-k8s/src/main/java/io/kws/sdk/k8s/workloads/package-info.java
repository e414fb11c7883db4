/**
 * Internal: Deploys, reads and deletes the Deployments behind apps and IDEs, with their Service, Ingress, Secret and
 * storage. Start at {@link io.kws.sdk.k8s.workloads.DeployWorkload}.
 *
 * <p>Waiting uses two watches: of the Deployment, and of the Pods of one version (label {@code kws.revision}). A Pod
 * that is told to stop serves on for 5 s, by the cluster's {@code sleep} action from 1.33 on and by the image's {@code
 * sleep} before; this is not part of the request's digest. Of two runs of one request, the one that creates the
 * Deployment goes on.
 */
@NullMarked
package io.kws.sdk.k8s.workloads;

import org.jspecify.annotations.NullMarked;
