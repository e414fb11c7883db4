package io.kws.sdk.rentals;

import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** Describes something to rent: what all specs have in common. Its options are set by {@link RentalTerms}. Immutable. */
public interface RentalSpec {
    /** {@return the name; the limits depend on what is rented} */
    String name();

    /** {@return the renter, at most 255 characters; empty by default: nobody in particular} */
    Optional<String> owner();

    /** {@return the time to rent it for, counted from the request; empty by default: until it is released} */
    Optional<Duration> term();

    /**
     * Returns the ID of the rental; random by default. A program that sets it may safely repeat a request whose outcome it
     * does not know: a second request with the same ID never creates a second resource.
     *
     * @return the ID
     */
    @Value.Default
    default RentalId rentalId() {
        return RentalId.random();
    }

    /** {@return the time limit of the whole request; the default depends on what is rented} */
    Duration readyWithin();
}
