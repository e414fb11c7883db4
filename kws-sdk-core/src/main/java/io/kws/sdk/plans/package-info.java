/** API: Previews of use cases: what would be created, and whether it is possible. Start at {@link io.kws.sdk.plans.Plan}. */
@NullMarked
package io.kws.sdk.plans;

import org.jspecify.annotations.NullMarked;
