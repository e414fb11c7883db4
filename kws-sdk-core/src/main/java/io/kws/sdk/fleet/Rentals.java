package io.kws.sdk.fleet;

import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.ErrorContext;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.Rental;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.rentals.RentalTags;
import io.kws.sdk.spi.NodeView;
import io.kws.sdk.spi.Rentable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Everything rented, of every kind, on all nodes. Who rents what until when stands on the things themselves: nothing is
 * kept here, and any program sees the same. What the SDK has not made, or adopted, is never touched. Each method blocks
 * until the nodes have answered. Safe for use by many threads.
 */
public final class Rentals {
    private final FleetNodes nodes;
    private final Schedulers schedulers;

    Rentals(FleetNodes nodes) {
        this.nodes = nodes;
        this.schedulers = new Schedulers(nodes);
    }

    /**
     * Lists all rentals of all nodes.
     *
     * @return the rentals, and how each node answered
     */
    public FleetResult<RentedThing> list() {
        return list(RentalQuery.ALL);
    }

    /**
     * Lists rentals. A node that does not answer is named among the failures; what it rents out is not known then.
     *
     * @param query which
     * @return the rentals by node, the earliest end first, and how each node answered
     */
    public FleetResult<RentedThing> list(RentalQuery query) {
        return new RentalList(nodes, query).read();
    }

    /**
     * Looks for a rental.
     *
     * @param id its ID
     * @return what is rented, if it is on a node that answers
     */
    public Optional<RentedThing> find(RentalId id) {
        return named(list(), id);
    }

    /**
     * Returns a rental.
     *
     * @param id its ID
     * @return what is rented
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     */
    public RentedThing get(RentalId id) {
        FleetResult<RentedThing> all = list();
        return named(all, id).orElseThrow(() -> missing(id, all.failures()));
    }

    private static Optional<RentedThing> named(FleetResult<RentedThing> all, RentalId id) {
        return all.items().stream()
                .filter(thing ->
                        thing.rental().filter(rental -> rental.id().equals(id)).isPresent())
                .findFirst();
    }

    private static KwsException missing(RentalId id, Map<String, KwsException> failures) {
        if (failures.isEmpty()) {
            return new NotFoundException("rental " + id + " is on no node");
        }
        return new NodeUnavailableException("rental %s is on none of the nodes that answer; these do not: %s"
                .formatted(id, String.join(", ", failures.keySet())));
    }

    /**
     * Puts off the end of a rental within the caps this {@code Kws} was built with.
     *
     * @param id the rental
     * @param by how much is added to its end; to the present if it is over already
     * @return what is rented, with its new end
     * @throws InvalidRequestException if it never ends, or the caps forbid it; says what they allow
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     */
    public RentedThing extend(RentalId id, Duration by) {
        return extend(id, by, nodes.settings().caps());
    }

    /**
     * Puts off the end of a rental within caps. What a sweep has stopped stays stopped. Of two extensions at once, one
     * may be lost.
     *
     * @param id the rental
     * @param by how much is added to its end; to the present if it is over already
     * @param within the caps
     * @return what is rented, with its new end
     * @throws InvalidRequestException if it never ends, or the caps forbid it; says what they allow
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     */
    public RentedThing extend(RentalId id, Duration by, TermCaps within) {
        return change("extend rental " + id, id, thing -> {
            Rental rental = thing.rental().orElseThrow();
            Instant former = rental.end().orElseThrow(() -> new InvalidRequestException("it never ends"));
            Instant now = nodes.now();
            Instant end = (former.isBefore(now) ? now : former).plus(by).truncatedTo(ChronoUnit.SECONDS);
            within.check(by, rental.start(), end);
            return RentalTags.ending(end);
        });
    }

    /**
     * Keeps sweeps from ending a rental for a while. A time in the past takes the protection away.
     *
     * @param id the rental
     * @param until until when
     * @return what is rented
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     */
    public RentedThing protect(RentalId id, Instant until) {
        return change(
                "protect rental " + id, id, thing -> RentalTags.protecting(until.truncatedTo(ChronoUnit.SECONDS)));
    }

    /**
     * Makes something that is there already a rental, from now on.
     *
     * @param adoption what, by whom, for how long
     * @return what is rented
     * @throws ConflictException if it is a rental already
     * @throws NotFoundException if there is no such node or thing
     * @throws CapabilityMissingException if the node rents out no such things
     */
    public RentedThing adopt(Adoption adoption) {
        String attempt = "adopt %s \"%s\"".formatted(adoption.kind().label(), adoption.nameOrId());
        return attempting(attempt, adoption.node(), () -> {
            Rentable rentable = rentable(adoption.node(), adoption.kind());
            Rentable.Tagged thing = rentable.get(adoption.nameOrId());
            if (RentalTags.isRental(thing.tags())) {
                throw new ConflictException("it is a rental already");
            }
            Instant start = nodes.now();
            Rental rental = new Rental(
                    RentalId.random(), adoption.owner(), start, adoption.term().map(start::plus));
            rentable.tag(thing.id(), RentalTags.of(rental));
            return new RentedThing(adoption.node(), adoption.kind(), rentable.get(thing.id()));
        });
    }

    /**
     * Ends a rental now, whatever its end: takes away the thing and all that was made for it, a bucket with its contents.
     * What is left of one whose thing is gone goes as well. Ending twice is fine.
     *
     * @param id the rental
     * @return what was removed; empty if there was nothing
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     * @throws KwsException if something could not be removed; its receipt names what is left
     */
    public Receipt end(RentalId id) {
        FleetResult<RentedThing> all = list();
        Optional<RentedThing> thing = named(all, id);
        if (thing.isPresent()) {
            return rentable(thing.get().node(), thing.get().kind())
                    .end(thing.get().id());
        }
        if (!all.isComplete()) {
            throw missing(id, all.failures());
        }
        List<ReceiptEntry> entries = new ArrayList<>();
        for (NodeView node : nodes.all().get()) {
            FleetNodes.rentables(node)
                    .forEach(rentable -> entries.addAll(endRest(rentable, id).entries()));
        }
        return new Receipt(entries);
    }

    private static Receipt endRest(Rentable rentable, RentalId id) {
        try {
            return rentable.endRest(id);
        } catch (CapabilityMissingException e) {
            return Receipt.empty();
        }
    }

    /**
     * Does what is due over all nodes, each rental by its policy, and takes away what programs that died have left
     * behind. Doing it twice, or in two programs at once, does no more. One failure does not stop the rest. Blocks until
     * all is done, which may take minutes.
     *
     * @param sweep how
     * @return what was found and done
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    public SweepReport expire(Sweep sweep) {
        return new Sweeping(nodes, sweep, SweepGuard.NONE).run();
    }

    /**
     * Makes sweeps by themselves from now on, until the scheduler or the {@code Kws} is closed. One that was missed is made
     * at once. Does not block.
     *
     * @param schedule when, and how
     * @return what sweeps; there may be several
     * @throws ConflictException if the {@code Kws} is closed
     */
    public SweepScheduler schedule(SweepSchedule schedule) {
        return schedulers.start(schedule);
    }

    /** Ends all schedules. */
    void close() {
        schedulers.close();
    }

    /** Works out the pairs to write. */
    @FunctionalInterface
    private interface Change {
        Map<String, String> of(RentedThing thing);
    }

    private RentedThing change(String attempt, RentalId id, Change change) {
        RentedThing thing = get(id);
        return attempting(attempt, thing.node(), () -> {
            Rentable rentable = rentable(thing.node(), thing.kind());
            rentable.tag(thing.id(), change.of(thing));
            return new RentedThing(thing.node(), thing.kind(), rentable.get(thing.id()));
        });
    }

    private static <T> T attempting(String attempt, String node, Supplier<T> work) {
        try {
            return work.get();
        } catch (KwsException e) {
            throw e.within(new ErrorContext(node, attempt, "", List.of(), Receipt.empty()));
        }
    }

    private Rentable rentable(String node, ResourceKind kind) {
        List<Rentable> kinds = FleetNodes.rentables(nodes.get(node));
        return kinds.stream()
                .filter(rentable -> rentable.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new CapabilityMissingException("it rents out no %s, but %s"
                        .formatted(
                                kind.label(),
                                Set.copyOf(kinds.stream()
                                        .map(rentable -> rentable.kind().label())
                                        .toList()))));
    }
}
