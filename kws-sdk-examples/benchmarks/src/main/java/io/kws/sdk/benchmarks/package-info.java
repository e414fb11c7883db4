/**
 * Measures the SDK beside other clients, in one run on one machine. Start at {@link io.kws.sdk.benchmarks.Bench}.
 */
@NullMarked
package io.kws.sdk.benchmarks;

import org.jspecify.annotations.NullMarked;
