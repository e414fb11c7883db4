package io.kws.sdk.fleet;

/**
 * Tells of changes of rentals until it is closed, by itself or with its {@code Kws}; comes from {@link Rentals#watch}. Of
 * one rental, changes are told in the order in which they are seen; no two are told at once. A node that is slow or dead
 * delays none of the others. Safe for use by many threads.
 */
public final class RentalWatch implements AutoCloseable {
    private final WatchSpec spec;
    private final Ticker ticker;

    RentalWatch(FleetNodes nodes, WatchSpec spec) {
        this.spec = spec;
        Watcher watcher = new Watcher(nodes, spec);
        this.ticker = new Ticker("kws-watcher", nodes.clock(), watcher);
        watcher.onNews(ticker::wake);
    }

    /** {@return what it watches, and how} */
    public WatchSpec spec() {
        return spec;
    }

    Ticker ticker() {
        return ticker;
    }

    /** Ends the watch: calls under way are given up, and nothing is told any more once this returns. Closing twice does nothing. */
    @Override
    public void close() {
        ticker.close();
    }
}
