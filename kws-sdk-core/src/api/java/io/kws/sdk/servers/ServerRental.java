package io.kws.sdk.servers;

public record ServerRental(Server server, io.kws.sdk.rentals.Rental rental, Access access, io.kws.sdk.receipts.Receipt receipt) {
}
