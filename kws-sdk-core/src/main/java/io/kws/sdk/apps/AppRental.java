package io.kws.sdk.apps;

import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.Rental;

/**
 * A rented app. Immutable.
 *
 * @param app the app, ready
 * @param rental the owner and the term
 * @param receipt what was created for it
 */
public record AppRental(App app, Rental rental, Receipt receipt) {}
