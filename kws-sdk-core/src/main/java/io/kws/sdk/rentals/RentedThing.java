package io.kws.sdk.rentals;

import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.receipts.ResourceKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something rented, of any kind, as its node described it at one moment; what is known of its rental stands on it, so any
 * program reads the same. Immutable.
 *
 * @param node the node's name
 * @param kind what it is
 * @param thing the thing with its tags
 */
public record RentedThing(String node, ResourceKind kind, RentalBackend.Tagged thing) {
    /** {@return the thing's ID} */
    public String id() {
        return thing.id();
    }

    /** {@return the thing's name} */
    public String name() {
        return thing.name();
    }

    /** {@return its status in the service's words, such as {@code ACTIVE}} */
    public String status() {
        return thing.status();
    }

    /** {@return where it is reached: IP addresses, of an app its URL; none if nowhere, or nowhere yet} */
    public List<String> addresses() {
        return thing.addresses();
    }

    /** {@return who rents it until when; empty if its tags cannot be read} */
    public Optional<Rental> rental() {
        return RentalTags.read(thing.tags());
    }

    /**
     * Tells whether it is rented under an ID, be its other tags readable or not.
     *
     * @param id a rental's ID
     * @return whether it is
     */
    public boolean isOf(RentalId id) {
        return RentalTags.id(thing.tags()).equals(id.value());
    }

    /** {@return who rents it, as far as its tags can be read; empty if nobody was named} */
    public String owner() {
        return RentalTags.owner(thing.tags());
    }

    /** {@return when it is over; empty if never, or if its tags cannot be read} */
    public Optional<Instant> end() {
        return rental().flatMap(Rental::end);
    }

    /** {@return until when nothing ends it; empty if it is not protected} */
    public Optional<Instant> protectedUntil() {
        return RentalTags.protectedUntil(thing.tags());
    }

    /** {@return the end that its renter was last warned of; empty if never} */
    public Optional<Instant> warnedOf() {
        return RentalTags.warnedOf(thing.tags());
    }

    /** {@return when a sweep stopped it because it was over; empty if none has since that end} */
    public Optional<Instant> stoppedAt() {
        return RentalTags.stoppedAt(thing.tags())
                .filter(stop -> end().filter(end -> !stop.isBefore(end)).isPresent());
    }

    /**
     * Returns how it stands.
     *
     * @param now the time
     * @return the state
     */
    public RentalState state(Instant now) {
        if (rental().isEmpty() || !RentalTags.areReadable(thing.tags())) {
            return RentalState.UNREADABLE;
        }
        if (protectedUntil().filter(now::isBefore).isPresent()) {
            return RentalState.PROTECTED;
        }
        if (end().filter(end -> !now.isBefore(end)).isEmpty()) {
            return RentalState.RUNNING;
        }
        return stoppedAt().isPresent() ? RentalState.STOPPED : RentalState.OVER;
    }

    /** {@return such as {@code server "web-1" on kws1, rental k3vq7m2xw5ab by alice until 2026-12-21T10:00:00Z}} */
    @Override
    public String toString() {
        String until = end().map(end -> " until " + end).orElse("");
        String by = owner().isEmpty() ? "" : " by " + owner();
        String safe = protectedUntil().map(time -> ", protected until " + time).orElse("");
        return "%s \"%s\" on %s, rental %s%s%s%s"
                .formatted(kind.label(), name(), node, RentalTags.id(thing.tags()), by, until, safe);
    }
}
