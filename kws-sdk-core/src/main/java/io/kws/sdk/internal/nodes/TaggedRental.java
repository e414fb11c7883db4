package io.kws.sdk.internal.nodes;

import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalState;
import io.kws.sdk.rentals.RentedThing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rented resource read from the tags of the resource itself. Immutable.
 *
 * @param node the node's name
 * @param kind what it is
 * @param thing the resource with its tags
 */
public record TaggedRental(String node, ResourceKind kind, RentalBackend.Tagged thing) implements RentedThing {
    @Override
    public String id() {
        return thing.id();
    }

    @Override
    public String name() {
        return thing.name();
    }

    @Override
    public String status() {
        return thing.status();
    }

    @Override
    public List<String> addresses() {
        return thing.addresses();
    }

    @Override
    public Optional<Rental> rental() {
        return RentalTags.read(thing.tags());
    }

    @Override
    public String rentalId() {
        return RentalTags.id(thing.tags());
    }

    @Override
    public String owner() {
        return RentalTags.owner(thing.tags());
    }

    @Override
    public Optional<Instant> end() {
        return rental().flatMap(Rental::end);
    }

    @Override
    public Optional<Instant> protectedUntil() {
        return RentalTags.protectedUntil(thing.tags());
    }

    @Override
    public Optional<Instant> warnedOf() {
        return RentalTags.warnedOf(thing.tags());
    }

    @Override
    public Optional<Instant> stoppedAt() {
        return RentalTags.stoppedAt(thing.tags())
                .filter(stop -> end().filter(end -> !stop.isBefore(end)).isPresent());
    }

    @Override
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

    @Override
    public String toString() {
        String until = end().map(end -> " until " + end).orElse("");
        String by = owner().isEmpty() ? "" : " by " + owner();
        String safe = protectedUntil().map(time -> ", protected until " + time).orElse("");
        return "%s \"%s\" on %s, rental %s%s%s%s".formatted(kind.label(), name(), node, rentalId(), by, until, safe);
    }
}
