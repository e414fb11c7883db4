/** What programs that sweep one cluster agree by. Start at {@link io.kws.sdk.k8s.sweeps.ConfigMapNote}. */
@NullMarked
package io.kws.sdk.k8s.sweeps;

import org.jspecify.annotations.NullMarked;
