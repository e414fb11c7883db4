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
public record AppRental(App app, Rental rental, Receipt receipt) {
    /** {@return one line: what, where, how it is, who rents it until when} */
    @Override
    public String toString() {
        String url = app.url().map(address -> ", " + address).orElse("");
        return "app %s on %s (%s%s), %s".formatted(app.name(), app.node(), app.status(), url, rental);
    }
}
