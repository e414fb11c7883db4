package io.kws.sdk.rentals;

import io.kws.sdk.receipts.ResourceKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rented resource of any kind, as its node described it at one moment. Everything known about the rental is stored on
 * the resource itself, so every program reads the same. Immutable.
 */
public interface RentedThing {
    /** {@return the node's name} */
    String node();

    /** {@return what it is} */
    ResourceKind kind();

    /** {@return the resource's ID} */
    String id();

    /** {@return the resource's name} */
    String name();

    /** {@return its status in the service's words, such as {@code ACTIVE}} */
    String status();

    /** {@return where it is reached: IP addresses, for an app its URL; empty if nowhere, or nowhere yet} */
    List<String> addresses();

    /** {@return who rents it until when; empty if its tags cannot be read} */
    Optional<Rental> rental();

    /** {@return the ID under which it is rented, as its tags have it; it may be malformed} */
    String rentalId();

    /**
     * Tells whether it is rented under an ID, even if its other tags cannot be read.
     *
     * @param id a rental's ID
     * @return whether it is
     */
    default boolean isOf(RentalId id) {
        return rentalId().equals(id.value());
    }

    /** {@return who rents it, even if its other tags cannot be read; empty if nobody was named} */
    String owner();

    /** {@return when the rental ends; empty if never, or if its tags cannot be read} */
    Optional<Instant> end();

    /** {@return until when sweeps leave it alone; empty if it is not protected} */
    Optional<Instant> protectedUntil();

    /** {@return the end that its owner was last warned about; empty if never} */
    Optional<Instant> warnedOf();

    /** {@return when a sweep stopped it because it had expired; empty if none has since its end} */
    Optional<Instant> stoppedAt();

    /**
     * Returns the state of the rental.
     *
     * @param now the time to judge by
     * @return the state
     */
    RentalState state(Instant now);
}
