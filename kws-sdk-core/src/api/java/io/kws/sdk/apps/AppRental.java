package io.kws.sdk.apps;

public record AppRental(App app, io.kws.sdk.rentals.Rental rental, io.kws.sdk.receipts.Receipt receipt) {
}
