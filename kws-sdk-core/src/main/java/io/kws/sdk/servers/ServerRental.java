package io.kws.sdk.servers;

import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.Rental;

/**
 * A rented server. Prints no secret. Immutable.
 *
 * @param server the server, ready as asked
 * @param rental who rents it until when
 * @param access how to get into it
 * @param receipt what was made for it
 */
public record ServerRental(Server server, Rental rental, Access access, Receipt receipt) {
    /** {@return one line: what, where, how it is, who rents it until when} */
    @Override
    public String toString() {
        String host = server.host().map(ip -> ", " + ip).orElse("");
        return "server %s on %s (%s%s), %s".formatted(server.name(), server.node(), server.status(), host, rental);
    }
}
