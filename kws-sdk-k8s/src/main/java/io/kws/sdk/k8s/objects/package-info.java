/**
 * Internal: Reads, creates, changes and deletes single Kubernetes objects. Start at
 * {@link io.kws.sdk.k8s.objects.KubeObject} and {@link io.kws.sdk.k8s.objects.ObjectClient}.
 */
@NullMarked
package io.kws.sdk.k8s.objects;

import org.jspecify.annotations.NullMarked;
