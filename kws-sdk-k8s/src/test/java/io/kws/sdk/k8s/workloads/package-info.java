/** What apps must do, on a real Kubernetes and against scripted answers. */
@NullMarked
package io.kws.sdk.k8s.workloads;

import org.jspecify.annotations.NullMarked;
