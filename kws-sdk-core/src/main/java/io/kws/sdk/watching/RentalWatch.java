package io.kws.sdk.watching;

import io.kws.sdk.internal.fleet.FleetNodes;
import io.kws.sdk.internal.fleet.RecurringTask;
import io.kws.sdk.internal.text.DurationText;
import io.kws.sdk.internal.watching.Watcher;

/**
 * Tells of changes of rentals until it is closed, by itself or with its {@code Kws}; comes from {@link io.kws.sdk.rentals.Rentals#watch}. Of
 * one rental, changes are told in the order in which they are seen; no two are told at once. A node that is slow or dead
 * delays none of the others. Safe for use by many threads.
 */
public final class RentalWatch implements AutoCloseable {
    private final WatchSpec spec;
    private final RecurringTask ticker;

    public RentalWatch(FleetNodes nodes, WatchSpec spec) {
        this.spec = spec;
        Watcher watcher = new Watcher(nodes, spec);
        this.ticker = new RecurringTask("kws-watcher", nodes.clock(), watcher);
        watcher.onNews(ticker::wake);
    }

    /** {@return what it watches, and how} */
    public WatchSpec spec() {
        return spec;
    }

    public RecurringTask ticker() {
        return ticker;
    }

    /** {@return such as {@code watch of rentals, asking every 2 s to 1 min}; with {@code closed} once it is} */
    @Override
    public String toString() {
        return "watch of rentals, asking every %s to %s%s"
                .formatted(
                        DurationText.words(spec.shortest()),
                        DurationText.words(spec.longest()),
                        ticker.isClosed() ? ", closed" : "");
    }

    /** Ends the watch: calls under way are given up, and nothing is told any more once this returns. Closing twice does nothing. */
    @Override
    public void close() {
        ticker.close();
    }
}
