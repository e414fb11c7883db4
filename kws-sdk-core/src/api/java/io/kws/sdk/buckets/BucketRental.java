package io.kws.sdk.buckets;

public record BucketRental(Bucket bucket, io.kws.sdk.rentals.Rental rental, io.kws.sdk.receipts.Receipt receipt) {
}
