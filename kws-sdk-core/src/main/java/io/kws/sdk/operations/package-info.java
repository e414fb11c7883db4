/**
 * Use cases that take a while: their steps, progress, time allowed, cancelling and undoing. Callers start at
 * {@link io.kws.sdk.operations.Operation}; drivers at {@link io.kws.sdk.driver.steps.UseCase}.
 */
@NullMarked
package io.kws.sdk.operations;

import org.jspecify.annotations.NullMarked;
