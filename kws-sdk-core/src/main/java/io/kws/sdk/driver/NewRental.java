package io.kws.sdk.driver;

import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Makes the rentals of new resources. */
public final class NewRental {
    private NewRental() {}

    /**
     * Returns a rental that starts now.
     *
     * @param id its ID
     * @param owner its owner; empty for none
     * @param term how long it lasts; empty if it never ends
     * @return the rental, its times to the second
     */
    public static Rental of(RentalId id, String owner, Optional<Duration> term) {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return new Rental(id, owner, start, term.map(start::plus));
    }
}
