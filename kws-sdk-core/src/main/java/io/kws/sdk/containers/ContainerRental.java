package io.kws.sdk.containers;

import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.Rental;
import java.util.stream.Collectors;

/**
 * A rented container. Prints no secret. Immutable.
 *
 * @param container the container, RUNNING; STOPPED if what it runs has ended well already
 * @param rental the owner and the term
 * @param receipt what was created for it
 */
public record ContainerRental(Container container, Rental rental, Receipt receipt) {
    /** {@return one line: what, where, how it is, who rents it until when} */
    @Override
    public String toString() {
        String at = container.addresses().stream().map(ip -> ", " + ip).collect(Collectors.joining());
        return "container %s on %s (%s%s), %s"
                .formatted(container.name(), container.node(), container.status(), at, rental);
    }
}
