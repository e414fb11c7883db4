package io.kws.sdk.internal.nodes;

import io.kws.sdk.errors.ConflictException;
import java.util.ArrayList;
import java.util.List;

/** What runs by itself for one {@code Kws}, and ends with it. Thread-safe. */
public final class BackgroundTasks {
    private final List<RecurringTask> running = new ArrayList<>();
    private boolean closed;

    public synchronized void requireOpen() {
        if (closed) {
            throw new ConflictException("the SDK is closed");
        }
    }

    public synchronized void start(RecurringTask ticker) {
        requireOpen();
        running.removeIf(RecurringTask::isClosed);
        running.add(ticker);
        ticker.start();
    }

    public void close() {
        shut().forEach(RecurringTask::close);
    }

    private synchronized List<RecurringTask> shut() {
        closed = true;
        return List.copyOf(running);
    }
}
