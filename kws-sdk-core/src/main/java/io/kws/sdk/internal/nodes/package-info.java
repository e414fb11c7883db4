/** Internal: Calls to many nodes at once. */
@NullMarked
package io.kws.sdk.internal.nodes;

import org.jspecify.annotations.NullMarked;
