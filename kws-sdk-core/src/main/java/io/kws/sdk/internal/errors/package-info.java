/** Internal: What the SDK records about an error that users only read. */
@NullMarked
package io.kws.sdk.internal.errors;

import org.jspecify.annotations.NullMarked;
