/** Internal: How a rental is stored on the resource that is rented. */
@NullMarked
package io.kws.sdk.internal.tags;

import org.jspecify.annotations.NullMarked;
