package io.kws.sdk.driver;

import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Makes the rentals of new resources. */
public final class NewRental {
    private NewRental() {}

    /**
     * Returns a rental that starts now.
     *
     * @param spec the spec of the resource
     * @return the rental, its times to the second
     */
    public static Rental of(RentalSpec spec) {
        return Rental.of(spec, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }
}
