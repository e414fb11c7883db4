/** Tries use cases under all faults. Start at {@link io.kws.sdk.k8s.faults.Trials}. */
@NullMarked
package io.kws.sdk.k8s.faults;

import org.jspecify.annotations.NullMarked;
