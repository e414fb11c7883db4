/** API: Use cases in the background: progress, timeouts and cancellation. Start at {@link io.kws.sdk.operations.Operation}. */
@NullMarked
package io.kws.sdk.operations;

import org.jspecify.annotations.NullMarked;
