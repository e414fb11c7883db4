package io.kws.sdk.rentals;

import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.ErrorContext;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.internal.fleet.BackgroundTasks;
import io.kws.sdk.internal.fleet.FleetNodes;
import io.kws.sdk.internal.fleet.RentalReader;
import io.kws.sdk.internal.sweeps.FleetSweep;
import io.kws.sdk.internal.sweeps.SweepGuard;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.results.FleetResult;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepReport;
import io.kws.sdk.sweeps.SweepSchedule;
import io.kws.sdk.sweeps.SweepScheduler;
import io.kws.sdk.watching.RentalListener;
import io.kws.sdk.watching.RentalWatch;
import io.kws.sdk.watching.WatchSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Everything rented, of every kind, on all nodes. Who rents what until when stands on the things themselves: nothing is
 * kept here, and any program sees the same. What the SDK has not made, or adopted, is never touched. Each method blocks
 * until the nodes have answered. Safe for use by many threads.
 */
public final class Rentals {
    private final FleetNodes nodes;
    private final BackgroundTasks schedulers;

    public Rentals(FleetNodes nodes) {
        this.nodes = nodes;
        this.schedulers = new BackgroundTasks();
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
        Objects.requireNonNull(query, "query");
        return new RentalReader(nodes, query).read();
    }

    /**
     * Looks for a rental.
     *
     * @param id its ID
     * @return what is rented, if it is on a node that answers
     */
    public Optional<RentedThing> find(RentalId id) {
        Objects.requireNonNull(id, "id");
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
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(within, "within");
        return change("extend rental " + id, id, thing -> {
            Rental rental = thing.rental().orElseThrow(() -> new ConflictException("its tags cannot be read"));
            Instant former = rental.end().orElseThrow(() -> new InvalidRequestException("it never ends"));
            within.check(by);
            Instant now = nodes.now();
            Instant end = (former.isBefore(now) ? now : former).plus(by).truncatedTo(ChronoUnit.SECONDS);
            within.check(rental.start(), end);
            return RentalTags.ending(end);
        });
    }

    /**
     * Keeps sweeps from ending a rental for a while; {@link #unprotect} takes that back.
     *
     * @param id the rental
     * @param until until when; in the future
     * @return what is rented
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     * @throws InvalidRequestException if the time is not in the future, or the thing has no place for tags, as a
     *     container without a port
     */
    public RentedThing protect(RentalId id, Instant until) {
        Objects.requireNonNull(until, "until");
        Instant end = until.truncatedTo(ChronoUnit.SECONDS);
        if (!end.isAfter(nodes.now())) {
            throw new InvalidRequestException(
                    "a protection until %s would be over already; unprotect the rental to end it".formatted(until));
        }
        return change("protect rental " + id, id, thing -> RentalTags.protecting(end));
    }

    /**
     * Lets sweeps end a rental again that was protected. Fine if it was not.
     *
     * @param id the rental
     * @return what is rented
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     * @throws InvalidRequestException if the thing has no place for tags, as a container without a port
     */
    public RentedThing unprotect(RentalId id) {
        return change("unprotect rental " + id, id, thing -> RentalTags.notProtected());
    }

    /**
     * Makes something that is there already a rental, from now on.
     *
     * @param adoption what, by whom, for how long
     * @return what is rented
     * @throws ConflictException if it is a rental already
     * @throws NotFoundException if there is no such node or thing
     * @throws io.kws.sdk.errors.AmbiguousException if several things have the name
     * @throws CapabilityMissingException if the node rents out no such things
     * @throws InvalidRequestException if the thing has no place for tags, as a container without a port
     */
    public RentedThing adopt(Adoption adoption) {
        Objects.requireNonNull(adoption, "adoption");
        String attempt = "adopt %s \"%s\"".formatted(adoption.kind().label(), adoption.nameOrId());
        return attempting(attempt, adoption.node(), () -> {
            RentalBackend rentable = rentable(adoption.node(), adoption.kind());
            RentalBackend.Tagged thing = rentable.get(adoption.nameOrId());
            if (RentalTags.isRental(thing.tags())) {
                throw new ConflictException("it is a rental already");
            }
            Instant start = nodes.now();
            Rental rental = new Rental(
                    RentalId.random(), adoption.owner(), start, adoption.term().map(start::plus));
            rentable.tag(thing.id(), RentalTags.anew(rental));
            return new RentedThing(adoption.node(), adoption.kind(), rentable.get(thing.id()));
        });
    }

    /**
     * Ends a rental now, whatever its end and protection, also if its other tags cannot be read: takes away the thing and
     * all that was made for it, a bucket with its contents. What is left of one whose thing is gone goes as well. Ending twice is fine.
     *
     * @param id the rental
     * @return what was removed; empty if there was nothing
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     * @throws KwsException if something could not be removed; its receipt names what is left
     */
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
                rentable(thing.node(), thing.kind()).end(thing.id()).entries()));
        if (things.isEmpty()) {
            nodes.all().get().stream()
                    .flatMap(node -> FleetNodes.rentables(node).stream())
                    .forEach(rentable -> entries.addAll(endRest(rentable, id).entries()));
        }
        return new Receipt(entries);
    }

    private static Receipt endRest(RentalBackend rentable, RentalId id) {
        try {
            return rentable.endRest(id);
        } catch (CapabilityMissingException e) {
            return Receipt.empty();
        }
    }

    /**
     * Does what is due over all nodes, each rental by its policy, and takes away what programs that died have left
     * behind. Doing it twice does no more; in two programs at once, both may warn. One failure does not stop the rest. Blocks
     * until all is done, which may take minutes. What is left behind is told from what is being made by its age, so the
     * clocks of program and clouds must agree within {@link Sweep#orphansOlderThan}.
     *
     * @param sweep how
     * @return what was found and done
     * @throws io.kws.sdk.errors.CancelledException if the thread is interrupted
     */
    public SweepReport expire(Sweep sweep) {
        Objects.requireNonNull(sweep, "sweep");
        return new FleetSweep(nodes, sweep, SweepGuard.NONE).run();
    }

    /**
     * Makes sweeps by themselves from now on, until the scheduler or the {@code Kws} is closed. One that was missed is made
     * at once. Does not block.
     *
     * <p>Unless the schedule has a lock of its own, each node keeps its lease and the time of its last sweep on a note: in the
     * project a security group {@code kws-sweeper} that no server uses, in the cluster's namespace a ConfigMap {@code
     * kws-sweeper}. The note stays when the schedule is closed, as what is missed until the next one is told by
     * it, and other programs may use it. Who sweeps no more may delete it.
     *
     * @param schedule when, and how
     * @return what sweeps; there may be several
     * @throws ConflictException if the {@code Kws} is closed
     */
    public SweepScheduler schedule(SweepSchedule schedule) {
        Objects.requireNonNull(schedule, "schedule");
        SweepScheduler scheduler = new SweepScheduler(nodes, schedule);
        schedulers.start(scheduler.ticker());
        return scheduler;
    }

    /**
     * Tells of changes of rentals from now on, with the defaults of {@link WatchSpec}; otherwise as {@link
     * #watch(WatchSpec)}.
     *
     * @param query which rentals
     * @param listener hears of the changes
     * @return what watches
     * @throws NotFoundException if the query names a node that does not exist
     * @throws ConflictException if the {@code Kws} is closed
     */
    public RentalWatch watch(RentalQuery query, RentalListener listener) {
        return watch(WatchSpec.builder().query(query).listener(listener).build());
    }

    /**
     * Tells of changes of rentals from now on, until the watch or the {@code Kws} is closed; what is there already is told
     * as having appeared. Does not block.
     *
     * <p>OpenStack has to be asked: one list for each kind of thing and node, and for buckets one call for each bucket, as
     * seldom as {@link WatchSpec#longest} says while all is quiet, and as often as {@link WatchSpec#shortest} says while
     * something is being made, changed or deleted; from then on each pause is twice the one before. A Kubernetes cluster
     * tells by itself (watch), and is asked besides. A node that is added later is watched within a minute.
     *
     * <p>Told is the difference between one look and the next. Everything that lasts is told: within {@link
     * WatchSpec#longest} on OpenStack, within seconds on Kubernetes, later if a node does not answer. What comes and goes
     * between two looks is not: a thing that lives for less than a pause, a status that is passed through, such as a
     * reboot's. A smaller {@link WatchSpec#longest} sees more, for more calls.
     *
     * @param spec which rentals, who hears of them, and how often nodes are asked
     * @return what watches; there may be several
     * @throws NotFoundException if the query names a node that does not exist
     * @throws ConflictException if the {@code Kws} is closed
     */
    public RentalWatch watch(WatchSpec spec) {
        Objects.requireNonNull(spec, "spec");
        schedulers.requireOpen();
        nodes.asked(spec.query());
        RentalWatch watch = new RentalWatch(nodes, spec);
        schedulers.start(watch.ticker());
        return watch;
    }

    /** Ends all schedules and watches. */
    public void close() {
        schedulers.close();
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
            RentalBackend rentable = rentable(thing.node(), thing.kind());
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

    private RentalBackend rentable(String node, ResourceKind kind) {
        List<RentalBackend> kinds = FleetNodes.rentables(nodes.get(node));
        return kinds.stream()
                .filter(rentable -> rentable.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new CapabilityMissingException("it rents out no %s, but %s"
                        .formatted(
                                kind.label(),
                                kinds.stream()
                                        .map(rentable -> rentable.kind().label())
                                        .toList())));
    }
}
