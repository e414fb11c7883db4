/** Internal. Calls to many nodes at once. */
@NullMarked
package io.kws.sdk.internal.fleet;

import org.jspecify.annotations.NullMarked;
