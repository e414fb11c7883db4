/** For drivers: Use cases as steps that can be undone. Start at {@link io.kws.sdk.driver.steps.UseCaseRunner}. */
@NullMarked
package io.kws.sdk.driver.steps;

import org.jspecify.annotations.NullMarked;
