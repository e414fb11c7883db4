package io.kws.sdk.containers;

import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.Rental;

/**
 * A rented container. Prints no secret. Immutable.
 *
 * @param container the container, RUNNING; STOPPED if what it runs has ended well already
 * @param rental the owner and the term
 * @param receipt what was created for it
 */
public record ContainerRental(Container container, Rental rental, Receipt receipt) {}
