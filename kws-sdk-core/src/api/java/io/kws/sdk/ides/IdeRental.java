package io.kws.sdk.ides;

public record IdeRental(Ide ide, io.kws.sdk.rentals.Rental rental, IdeAccess access, io.kws.sdk.receipts.Receipt receipt) {
}
