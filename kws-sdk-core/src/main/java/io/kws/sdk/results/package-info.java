/** API: Combined answers of several nodes, including failures. Start at {@link io.kws.sdk.results.FleetResult}. */
@NullMarked
package io.kws.sdk.results;

import org.jspecify.annotations.NullMarked;
