package io.kws.sdk.ides;

import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.Rental;

/**
 * A rented IDE. Prints no secret. Immutable.
 *
 * @param ide the IDE, open
 * @param rental who rents it until when
 * @param access how to get into it
 * @param receipt what was made for it, and whether its workspace was there before
 */
public record IdeRental(Ide ide, Rental rental, IdeAccess access, Receipt receipt) {
    /** {@return one line: what, where, how it is, who rents it until when} */
    @Override
    public String toString() {
        return "IDE %s on %s (%s, %s), %s".formatted(ide.name(), ide.node(), ide.status(), access.url(), rental);
    }
}
