/** Shows that the benchmarks work. */
@NullMarked
package io.kws.sdk.benchmarks;

import org.jspecify.annotations.NullMarked;
