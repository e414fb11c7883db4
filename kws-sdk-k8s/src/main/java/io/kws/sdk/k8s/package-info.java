/** The front door. Start at {@code Kws}. */
@NullMarked
package io.kws.sdk.k8s;

import org.jspecify.annotations.NullMarked;
