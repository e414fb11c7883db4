/** Checks of values that users pass. Internal: may change at any time. */
@NullMarked
package io.kws.sdk.internal.checks;

import org.jspecify.annotations.NullMarked;
