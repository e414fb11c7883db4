package io.kws.sdk.internal.registry;

import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.RentalReader;
import io.kws.sdk.internal.nodes.TaggedRental;
import io.kws.sdk.internal.text.DurationText;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Adoption;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentalQuery;
import io.kws.sdk.rentals.Rentals;
import io.kws.sdk.rentals.RentedThing;
import io.kws.sdk.rentals.TermCaps;
import io.kws.sdk.results.FleetResult;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The rentals of the nodes in the registry. */
public final class RegistryRentals implements Rentals {
    private final FleetNodes nodes;

    public RegistryRentals(FleetNodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public FleetResult<RentedThing> list() {
        return list(RentalQuery.ALL);
    }

    @Override
    public FleetResult<RentedThing> list(RentalQuery query) {
        Objects.requireNonNull(query, "query");
        return new RentalReader(nodes, query).read();
    }

    @Override
    public Optional<RentedThing> find(RentalId id) {
        Objects.requireNonNull(id, "id");
        return named(list(), id);
    }

    @Override
    public RentedThing get(RentalId id) {
        Objects.requireNonNull(id, "id");
        FleetResult<RentedThing> all = list();
        return named(all, id).orElseThrow(() -> missing(id, all.failures()));
    }

    private static Optional<RentedThing> named(FleetResult<RentedThing> all, RentalId id) {
        return all.items().stream().filter(thing -> thing.isOf(id)).findFirst();
    }

    private static KwsException missing(RentalId id, Map<String, KwsException> failures) {
        if (failures.isEmpty()) {
            return new NotFoundException("rental " + id + " is on no node");
        }
        return new NodeUnavailableException("rental %s is on none of the nodes that answer; these do not: %s"
                .formatted(id, String.join(", ", failures.keySet())));
    }

    @Override
    public RentedThing extend(RentalId id, Duration by) {
        return extend(id, by, nodes.settings().caps());
    }

    @Override
    public RentedThing extend(RentalId id, Duration by, TermCaps within) {
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(within, "within");
        return change("extend rental " + id, id, thing -> {
            Rental rental = thing.rental().orElseThrow(() -> new ConflictException("its tags cannot be read"));
            Instant former = rental.end().orElseThrow(() -> new InvalidRequestException("it never ends"));
            requireAllowed(by, within);
            Instant now = nodes.now();
            Instant end = (former.isBefore(now) ? now : former).plus(by).truncatedTo(ChronoUnit.SECONDS);
            requireAllowed(rental.start(), end, within);
            return RentalTags.ending(end);
        });
    }

    private static void requireAllowed(Duration by, TermCaps caps) {
        if (by.isNegative() || by.isZero()) {
            throw new InvalidRequestException("the extension must be positive, was " + DurationText.words(by));
        }
        if (by.compareTo(caps.perExtension()) > 0) {
            throw new InvalidRequestException("one extension may add at most %s, was %s"
                    .formatted(DurationText.words(caps.perExtension()), DurationText.words(by)));
        }
    }

    private static void requireAllowed(Instant start, Instant end, TermCaps caps) {
        Instant latest = start.plus(caps.inTotal());
        if (end.isAfter(latest)) {
            throw new InvalidRequestException("a rental may last at most %s, until %s; it would end at %s"
                    .formatted(DurationText.words(caps.inTotal()), latest, end));
        }
    }

    @Override
    public RentedThing protect(RentalId id, Instant until) {
        Objects.requireNonNull(until, "until");
        Instant end = until.truncatedTo(ChronoUnit.SECONDS);
        if (!end.isAfter(nodes.now())) {
            throw new InvalidRequestException(
                    "a protection until %s would be over already; unprotect the rental to end it".formatted(until));
        }
        return change("protect rental " + id, id, thing -> RentalTags.protecting(end));
    }

    @Override
    public RentedThing unprotect(RentalId id) {
        return change("unprotect rental " + id, id, thing -> RentalTags.notProtected());
    }

    @Override
    public RentedThing adopt(Adoption adoption) {
        Objects.requireNonNull(adoption, "adoption");
        String attempt = "adopt %s \"%s\"".formatted(adoption.kind().label(), adoption.nameOrId());
        return attempting(attempt, adoption.node(), () -> {
            RentalBackend backend = backend(adoption.node(), adoption.kind());
            RentalBackend.Tagged thing = backend.get(adoption.nameOrId());
            if (RentalTags.isRental(thing.tags())) {
                throw new ConflictException("it is a rental already");
            }
            Instant start = nodes.now();
            Rental rental = new Rental(
                    RentalId.random(), adoption.owner(), start, adoption.term().map(start::plus));
            backend.tag(thing.id(), RentalTags.anew(rental));
            return new TaggedRental(adoption.node(), adoption.kind(), backend.get(thing.id()));
        });
    }

    @Override
    public Receipt end(RentalId id) {
        Objects.requireNonNull(id, "id");
        FleetResult<RentedThing> all = list();
        List<RentedThing> things =
                all.items().stream().filter(thing -> thing.isOf(id)).toList();
        if (things.isEmpty() && !all.isComplete()) {
            throw missing(id, all.failures());
        }
        List<ReceiptEntry> entries = new ArrayList<>();
        things.forEach(thing -> entries.addAll(
                backend(thing.node(), thing.kind()).end(thing.id()).entries()));
        if (things.isEmpty()) {
            nodes.all().get().stream()
                    .flatMap(node -> FleetNodes.backends(node).stream())
                    .forEach(backend -> entries.addAll(endRest(backend, id).entries()));
        }
        return new Receipt(entries);
    }

    private static Receipt endRest(RentalBackend backend, RentalId id) {
        try {
            return backend.endRest(id);
        } catch (CapabilityMissingException e) {
            return Receipt.empty();
        }
    }

    /** Works out the pairs to write. */
    @FunctionalInterface
    private interface Change {
        Map<String, String> of(RentedThing thing);
    }

    private RentedThing change(String attempt, RentalId id, Change change) {
        Objects.requireNonNull(id, "id");
        RentedThing thing = attempting(attempt, "", () -> get(id));
        return attempting(attempt, thing.node(), () -> {
            RentalBackend backend = backend(thing.node(), thing.kind());
            backend.tag(thing.id(), change.of(thing));
            return new TaggedRental(thing.node(), thing.kind(), backend.get(thing.id()));
        });
    }

    private static <T> T attempting(String attempt, String node, Supplier<T> work) {
        try {
            return work.get();
        } catch (KwsException e) {
            throw ErrorDetails.inUseCase(e, node, attempt, Receipt.empty());
        }
    }

    private RentalBackend backend(String node, ResourceKind kind) {
        List<RentalBackend> kinds = FleetNodes.backends(nodes.get(node));
        return kinds.stream()
                .filter(backend -> backend.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new CapabilityMissingException("it rents out no %s, but %s"
                        .formatted(
                                kind.label(),
                                kinds.stream()
                                        .map(backend -> backend.kind().label())
                                        .toList())));
    }
}
