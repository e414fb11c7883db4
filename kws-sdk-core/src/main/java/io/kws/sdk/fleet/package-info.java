/** What works over all nodes at once: lists, rentals and their end. Start at {@link io.kws.sdk.fleet.Rentals}. */
@NullMarked
package io.kws.sdk.fleet;

import org.jspecify.annotations.NullMarked;
