/** API. What several nodes answered together, failures included. Start at {@link io.kws.sdk.results.FleetResult}. */
@NullMarked
package io.kws.sdk.results;

import org.jspecify.annotations.NullMarked;
