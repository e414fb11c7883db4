/** What would be done, and whether it can be. Start at {@link io.kws.sdk.plans.Plan}. */
@NullMarked
package io.kws.sdk.plans;

import org.jspecify.annotations.NullMarked;
