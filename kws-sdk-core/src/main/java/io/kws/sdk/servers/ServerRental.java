package io.kws.sdk.servers;

import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.Rental;

/**
 * A rented server. {@code toString} omits secrets. Immutable.
 *
 * @param server the server, which meets its readiness condition
 * @param rental the renter and the term
 * @param access how to log in to it
 * @param receipt the resources created for it
 */
public record ServerRental(Server server, Rental rental, Access access, Receipt receipt) {
    /** {@return one line: what, where, how it is, who rents it until when} */
    @Override
    public String toString() {
        String host = server.host().map(ip -> ", " + ip).orElse("");
        return "server %s on %s (%s%s), %s".formatted(server.name(), server.node(), server.status(), host, rental);
    }
}
