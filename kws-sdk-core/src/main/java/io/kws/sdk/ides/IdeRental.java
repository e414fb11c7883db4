package io.kws.sdk.ides;

import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.Rental;

/**
 * A rented IDE. Prints no secret. Immutable.
 *
 * @param ide the IDE, open
 * @param rental the owner and the term
 * @param access its URL and password
 * @param receipt what was created for it, and whether its workspace existed before
 */
public record IdeRental(Ide ide, Rental rental, IdeAccess access, Receipt receipt) {
    /** {@return one line: what, where, how it is, who rents it until when} */
    @Override
    public String toString() {
        return "IDE %s on %s (%s, %s), %s".formatted(ide.name(), ide.node(), ide.status(), access.url(), rental);
    }
}
