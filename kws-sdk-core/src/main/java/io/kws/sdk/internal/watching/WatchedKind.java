package io.kws.sdk.internal.watching;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.steps.Deadline;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.internal.nodes.RentalReader;
import io.kws.sdk.internal.nodes.TaggedRental;
import io.kws.sdk.watching.RentalEvent;
import io.kws.sdk.watching.WatchSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One kind of thing of one node: what is known of it, and when it is looked at next. One look at a time; only {@link
 * #last} and {@link #next} are shared.
 */
final class WatchedKind {
    private final NodeView node;
    private final RentalBackend backend;
    private final WatchSpec spec;
    private final PollBackoff tempo;
    private Map<Key, Seen> known = new LinkedHashMap<>();
    private Instant last = Instant.MIN;
    private Instant next = Instant.MIN;
    private @Nullable KwsException failure;

    WatchedKind(NodeView node, RentalBackend backend, WatchSpec spec) {
        this.node = node;
        this.backend = backend;
        this.spec = spec;
        this.tempo = new PollBackoff(spec.shortest(), spec.longest());
    }

    /** A bucket of the same name may be another one. */
    private record Key(String id, String rental) {}

    /**
     * What was seen of a thing.
     *
     * @param thing as it was last
     * @param toldOf the end that was told as near
     */
    private record Seen(TaggedRental thing, Optional<Instant> toldOf) {}

    boolean isLike(WatchedKind other) {
        return backend.kind() == other.backend.kind();
    }

    /** Goes on from what another one knew. */
    void takeOver(WatchedKind former) {
        known = former.known;
        failure = former.failure;
    }

    Optional<RentalBackend.Alarm> alarm(Runnable news) {
        return backend.alarm(() -> {
            plan(Instant.MIN);
            news.run();
        });
    }

    /** News that come in crowds are looked at together. */
    synchronized Instant next() {
        Instant soonest = last.equals(Instant.MIN) ? last : last.plus(tempo.shortest());
        return next.isBefore(soonest) ? soonest : next;
    }

    Optional<KwsException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Looks, and returns what has changed; a look that fails is remembered, and changes nothing. */
    List<RentalEvent> look(Duration within, Instant now) {
        begin(now);
        try {
            List<TaggedRental> things = Deadline.after(within).during(() -> RentalReader.things(node, backend));
            List<RentalEvent> events = compare(things, now);
            failure = null;
            plan(min(now.plus(isChanging(events) ? tempo.afterChange() : tempo.afterQuiet()), nearestEnd()));
            return events;
        } catch (CancelledException e) {
            plan(now.plus(tempo.afterQuiet()));
            throw e;
        } catch (KwsException e) {
            boolean isNews = failure == null;
            failure = e;
            plan(now.plus(isNews ? tempo.afterChange() : tempo.afterQuiet()));
            return List.of();
        } catch (RuntimeException e) {
            failure = new ServiceFailureException("it failed unexpectedly: " + e, e);
            plan(now.plus(tempo.afterQuiet()));
            return List.of();
        }
    }

    private boolean isChanging(List<RentalEvent> events) {
        return !events.isEmpty()
                || known.values().stream()
                        .anyMatch(seen -> seen.thing().thing().course() == RentalBackend.Course.UNDER_WAY);
    }

    /** An alarm from now on asks for another look. */
    private synchronized void begin(Instant now) {
        last = now;
        next = Instant.MAX;
    }

    /** The soonest counts, also if it is an alarm's. */
    private synchronized void plan(Instant time) {
        next = min(next, time);
    }

    private List<RentalEvent> compare(List<TaggedRental> things, Instant now) {
        List<RentalEvent> events = new ArrayList<>();
        Map<Key, Seen> before = new LinkedHashMap<>(known);
        Map<Key, Seen> seen = new LinkedHashMap<>();
        for (TaggedRental thing : things) {
            if (spec.query().matches(thing)) {
                Key key = new Key(thing.id(), thing.rentalId());
                seen.put(key, see(thing, Optional.ofNullable(before.remove(key)), now, events));
            }
        }
        List<RentalEvent> all = new ArrayList<>();
        before.values().forEach(gone -> all.add(new RentalEvent.Gone(gone.thing())));
        all.addAll(events);
        known = seen;
        return all;
    }

    private Seen see(TaggedRental thing, Optional<Seen> before, Instant now, List<RentalEvent> events) {
        if (before.isEmpty()) {
            events.add(new RentalEvent.Appeared(thing));
        }
        before.map(Seen::thing).ifPresent(former -> {
            if (!former.status().equals(thing.status())) {
                events.add(new RentalEvent.StatusChanged(thing, former.status()));
            }
            if (!former.addresses().equals(thing.addresses())) {
                events.add(new RentalEvent.AddressesChanged(thing, former.addresses()));
            }
        });
        Optional<Instant> toldOf = before.flatMap(Seen::toldOf);
        Optional<Instant> near =
                thing.end().filter(end -> !now.isBefore(nearFrom(end))).filter(end -> !toldOf.equals(Optional.of(end)));
        near.ifPresent(end -> events.add(new RentalEvent.EndNear(thing, end)));
        return new Seen(thing, near.or(() -> toldOf));
    }

    /** Returns when the first end that was not told of comes near. */
    private Instant nearestEnd() {
        return known.values().stream()
                .flatMap(seen -> seen.thing().end().filter(end -> !seen.toldOf().equals(Optional.of(end))).stream())
                .map(this::nearFrom)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /** An end may stand on a thing that is as far off as times go. */
    private Instant nearFrom(Instant end) {
        return end.isBefore(Instant.MIN.plus(spec.endNear())) ? Instant.MIN : end.minus(spec.endNear());
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
