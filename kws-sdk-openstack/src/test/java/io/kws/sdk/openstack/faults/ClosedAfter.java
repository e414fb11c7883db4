package io.kws.sdk.openstack.faults;

import io.kws.sdk.Kws;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A client that is closed by another thread, as at the program's end, after a call of some kind. */
final class ClosedAfter implements AutoCloseable {
    private final CompletableFuture<Kws> connected = new CompletableFuture<>();

    ClosedAfter(Bench bench, CallKind call, Duration attempt) {
        connected.complete(bench.connect(attempt, call.afterwards(this::closeElsewhere)));
    }

    /** Whoever closes waits for what is under way, so it cannot be the thread of a call. */
    private void closeElsewhere() {
        Thread closing = new Thread(() -> kws().close());
        closing.setDaemon(true);
        closing.start();
    }

    Kws kws() {
        return connected.join();
    }

    @Override
    public void close() {
        kws().close();
    }
}
