package io.kws.sdk.containers;

public record ContainerRental(Container container, io.kws.sdk.rentals.Rental rental, io.kws.sdk.receipts.Receipt receipt) {
}
