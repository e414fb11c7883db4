/**
 * Internal. Keeps the note by which programs that sweep one cluster coordinate. Start at
 * {@link io.kws.sdk.k8s.sweeps.ConfigMapNote}.
 */
@NullMarked
package io.kws.sdk.k8s.sweeps;

import org.jspecify.annotations.NullMarked;
