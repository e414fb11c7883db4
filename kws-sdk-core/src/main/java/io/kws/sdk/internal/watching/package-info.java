/** Internal: How rentals are watched. */
@NullMarked
package io.kws.sdk.internal.watching;

import org.jspecify.annotations.NullMarked;
