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
public record AppRental(App app, Rental rental, Receipt receipt) {
    /** {@return one line: what, where, how it is, who rents it until when} */
    @Override
    public String toString() {
        String url = app.url().map(address -> ", " + address).orElse("");
        return "app %s on %s (%s%s), %s".formatted(app.name(), app.node(), app.status(), url, rental);
    }
}
