/**
 * Internal: Keeps the note by which programs that sweep one cluster coordinate. Start at {@link
 * io.kws.sdk.k8s.sweeps.ConfigMapNote}.
 *
 * <p>The note is a ConfigMap, changed by its {@code resourceVersion}.
 */
@NullMarked
package io.kws.sdk.k8s.sweeps;

import org.jspecify.annotations.NullMarked;
