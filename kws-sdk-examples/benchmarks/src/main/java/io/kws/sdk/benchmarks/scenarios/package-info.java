/**
 * What is measured, one class each. Start at {@link io.kws.sdk.benchmarks.scenarios.Scenarios}.
 */
@NullMarked
package io.kws.sdk.benchmarks.scenarios;

import org.jspecify.annotations.NullMarked;
