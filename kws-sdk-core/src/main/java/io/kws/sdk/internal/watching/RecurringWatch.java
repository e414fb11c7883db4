package io.kws.sdk.internal.watching;

import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.RecurringTask;
import io.kws.sdk.internal.text.DurationText;
import io.kws.sdk.watching.RentalWatch;
import io.kws.sdk.watching.WatchSpec;

/** Watches rentals by looking at them again and again. Thread-safe. */
public final class RecurringWatch implements RentalWatch {
    private final WatchSpec spec;
    private final RecurringTask ticker;

    public RecurringWatch(FleetNodes nodes, WatchSpec spec) {
        this.spec = spec;
        Watcher watcher = new Watcher(nodes, spec);
        this.ticker = new RecurringTask("kws-watcher", nodes.clock(), watcher);
        watcher.onNews(ticker::wake);
    }

    @Override
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

    @Override
    public void close() {
        ticker.close();
    }
}
