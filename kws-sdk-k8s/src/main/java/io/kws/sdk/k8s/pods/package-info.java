/**
 * Internal: Reads Pods, and finds and explains the problems that keep them from serving. Start at
 * {@link io.kws.sdk.k8s.pods.Problems} and {@link io.kws.sdk.k8s.pods.Diagnosis}.
 */
@NullMarked
package io.kws.sdk.k8s.pods;

import org.jspecify.annotations.NullMarked;
