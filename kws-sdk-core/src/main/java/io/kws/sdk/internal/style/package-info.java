/** Internal: How Immutables generates the values. */
@NullMarked
package io.kws.sdk.internal.style;

import org.jspecify.annotations.NullMarked;
