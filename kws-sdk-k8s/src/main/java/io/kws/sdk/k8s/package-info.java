/**
 * The Kubernetes driver; found by itself when it is on the class path. Start at {@link io.kws.sdk.Kws}.
 */
@NullMarked
package io.kws.sdk.k8s;

import org.jspecify.annotations.NullMarked;
