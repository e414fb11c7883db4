package io.kws.sdk.rentals;

import java.time.Instant;
import java.util.Optional;

/**
 * Who rents something, since when and until when. Kept on the resource itself, so any program reads the same. Immutable.
 *
 * @param id the rental's ID
 * @param owner who rents it; empty if nobody was named
 * @param start when it began, to the second
 * @param end when it is over, to the second; empty if never
 */
public record Rental(RentalId id, String owner, Instant start, Optional<Instant> end) {
    /**
     * Returns the rental that a spec asks for.
     *
     * @param spec the spec
     * @param start the moment it begins, in whole seconds
     * @return the rental
     */
    public static Rental of(RentalSpec spec, Instant start) {
        return new Rental(
                spec.rentalId(), spec.owner().orElse(""), start, spec.term().map(start::plus));
    }

    /** {@return one line: the ID, the owner and the end} */
    @Override
    public String toString() {
        String by = owner.isEmpty() ? "" : " by " + owner;
        return "rental " + id + by + end.map(moment -> " until " + moment).orElse("");
    }
}
