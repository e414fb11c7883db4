/** API: Rented resources of all kinds: their owners and terms. Start at {@link io.kws.sdk.rentals.Rentals}. */
@NullMarked
package io.kws.sdk.rentals;

import org.jspecify.annotations.NullMarked;
