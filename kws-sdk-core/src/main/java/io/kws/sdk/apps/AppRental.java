package io.kws.sdk.apps;

import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.Rental;

/**
 * A rented app. Immutable.
 *
 * @param app the app, ready as asked
 * @param rental who rents it until when
 * @param receipt what was made for it
 */
public record AppRental(App app, Rental rental, Receipt receipt) {}
