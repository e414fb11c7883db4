package io.kws.sdk.buckets;

import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.rentals.Rental;

/**
 * A rented bucket. Immutable.
 *
 * @param bucket the bucket, empty
 * @param rental the owner and the term
 * @param receipt what was created for it
 */
public record BucketRental(Bucket bucket, Rental rental, Receipt receipt) {
    /** {@return one line: what, where, how it is, who rents it until when} */
    @Override
    public String toString() {
        return "bucket %s on %s (%s, %s), %s"
                .formatted(bucket.name(), bucket.node(), bucket.visibility(), bucket.url(), rental);
    }
}
