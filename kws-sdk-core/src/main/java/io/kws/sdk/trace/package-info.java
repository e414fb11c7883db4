/** API: The HTTP calls that use cases make. Start at {@link io.kws.sdk.trace.CallListener}. */
@NullMarked
package io.kws.sdk.trace;

import org.jspecify.annotations.NullMarked;
