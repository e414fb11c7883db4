package io.kws.sdk.fleet;

import io.kws.sdk.errors.ConflictException;
import java.util.ArrayList;
import java.util.List;

/** What runs by itself for one {@code Kws}, and ends with it. Safe for use by many threads. */
final class Schedulers {
    private final List<Ticker> running = new ArrayList<>();
    private boolean closed;

    synchronized void requireOpen() {
        if (closed) {
            throw new ConflictException("the SDK is closed");
        }
    }

    synchronized void start(Ticker ticker) {
        requireOpen();
        running.removeIf(Ticker::isClosed);
        running.add(ticker);
        ticker.start();
    }

    void close() {
        shut().forEach(Ticker::close);
    }

    private synchronized List<Ticker> shut() {
        closed = true;
        return List.copyOf(running);
    }
}
