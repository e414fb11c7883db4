package io.kws.sdk.sandbox.site;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * What is going to happen on a node. There is no thread behind it: what has become due happens when
 * somebody looks. Not thread-safe, the node's lock guards it.
 */
public final class Agenda {
    private final Queue<Item> items =
            new PriorityQueue<>(Comparator.comparing(Item::at).thenComparing(Item::order));
    private final Clock clock;
    private Instant now;
    private long order;

    Agenda(Clock clock) {
        this.clock = clock;
        this.now = clock.instant();
    }

    /** {@return the time at which the present step takes place} */
    public Instant now() {
        return now;
    }

    /**
     * Plans a step.
     *
     * @param delay how long from now
     * @param step what happens then
     */
    public void in(Duration delay, Runnable step) {
        items.add(new Item(now.plus(delay), order++, step));
    }

    /** Lets everything happen that has become due, each step at its own time. */
    void catchUp() {
        Instant present = clock.instant();
        runUntil(present);
        now = present;
    }

    /** Lets everything happen that is due by a time ahead, and goes back to the present. */
    void runAhead(Duration ahead) {
        Instant present = clock.instant();
        runUntil(present.plus(ahead));
        now = present;
    }

    private void runUntil(Instant end) {
        for (Item next = items.peek(); next != null && !next.at().isAfter(end); next = items.peek()) {
            items.remove();
            now = next.at();
            next.step().run();
        }
    }

    /** {@return how long until the next step becomes due; empty if none is planned} */
    Optional<Duration> untilNext() {
        return Optional.ofNullable(items.peek()).map(item -> Duration.between(clock.instant(), item.at()));
    }

    private record Item(Instant at, long order, Runnable step) {}
}
