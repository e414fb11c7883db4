/**
 * For drivers: Use cases as steps that can be undone. Start at {@link io.kws.sdk.driver.steps.UseCaseRunner}.
 *
 * <p>A lost answer differs from a refusal: only after a lost answer does the runner look for the resource and repeat
 * the create. A create under way is not interrupted, since it must be known what it created. What a service creates
 * along with a resource, and keeps, is told by {@link io.kws.sdk.driver.steps.Resource#undo}. Retries of a use case
 * are a loop of their own that knows its cancel and deadline.
 */
@NullMarked
package io.kws.sdk.driver.steps;

import org.jspecify.annotations.NullMarked;
