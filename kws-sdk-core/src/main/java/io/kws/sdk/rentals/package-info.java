/** Rentals: what is rented, by whom, until when. Start at {@link io.kws.sdk.rentals.Rental}. */
@NullMarked
package io.kws.sdk.rentals;

import org.jspecify.annotations.NullMarked;
