package io.kws.sdk.rentals;

import java.time.Duration;

/**
 * Sets the options of a {@link RentalSpec}; part of the builder of each spec. Not thread-safe.
 *
 * @param <B> the builder
 */
public interface RentalTerms<B extends RentalTerms<B>> {
    /**
     * Sets {@link RentalSpec#owner}.
     *
     * @param owner the renter, 1 to 255 characters; for buckets at most 256 bytes as Swift stores them, where characters
     *     other than ASCII letters, digits and punctuation take three bytes for each of their UTF-8 bytes
     * @return this builder
     */
    B owner(String owner);

    /**
     * Sets {@link RentalSpec#term}.
     *
     * @param term the time to rent it for, positive and at most 100 years
     * @return this builder
     */
    B term(Duration term);

    /**
     * Sets {@link RentalSpec#rentalId}.
     *
     * @param rentalId the ID of the rental
     * @return this builder
     */
    B rentalId(RentalId rentalId);

    /**
     * Sets {@link RentalSpec#readyWithin}.
     *
     * @param readyWithin the time limit, positive
     * @return this builder
     */
    B readyWithin(Duration readyWithin);
}
