/** What apps must do, on a real Kubernetes and against scripted answers. */
@NullMarked
package io.kws.sdk.k8s.apps;

import org.jspecify.annotations.NullMarked;
