/** Traces of calls. */
@NullMarked
package io.kws.sdk.trace;

import org.jspecify.annotations.NullMarked;
