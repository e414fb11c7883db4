/**
 * A Kubernetes cluster of one machine: its API, as version 1.20 speaks it, and the controllers behind it.
 * Start at {@link io.kws.sdk.sandbox.kubernetes.Kubernetes}.
 */
@NullMarked
package io.kws.sdk.sandbox.kubernetes;

import org.jspecify.annotations.NullMarked;
