/** Internal: Checks of values that users pass. */
@NullMarked
package io.kws.sdk.internal.checks;

import org.jspecify.annotations.NullMarked;
