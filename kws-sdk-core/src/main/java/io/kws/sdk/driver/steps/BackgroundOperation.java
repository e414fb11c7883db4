package io.kws.sdk.driver.steps;

import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.internal.text.DurationText;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Progress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task that runs on another thread. */
final class BackgroundOperation<T> implements Operation<T> {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundOperation.class);
    private static final Progress START = new Progress(0, 0, "start", "", false);

    private final String id;
    private final String attempt;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private final List<Listening> listeners = new CopyOnWriteArrayList<>();
    private volatile Progress progress = START;
    private volatile @Nullable CancellableTask<T> run;

    BackgroundOperation(String id, String attempt) {
        this.id = id;
        this.attempt = attempt;
    }

    /** It keeps to the deadline of the thread that starts it. */
    void start(CancellableTask<T> task, Threads threads, Executor executor) {
        run = task;
        Deadline deadline = Deadline.current();
        try {
            executor.execute(() -> deadline.during(() -> carryOut(task, threads)));
        } catch (RuntimeException | Error e) {
            threads.leave(task);
            throw e;
        }
    }

    /** Leaves before it completes, as those who hear of the end may close the threads. */
    private boolean carryOut(CancellableTask<T> task, Threads threads) {
        try {
            T result = task.run();
            threads.leave(task);
            return future.complete(result);
        } catch (RuntimeException | Error e) {
            threads.leave(task);
            return future.completeExceptionally(e);
        }
    }

    void report(Progress newest) {
        progress = newest;
        listeners.forEach(listening -> listening.hear(newest));
    }

    /** A listener, which hears one report after the other. A slow one blocks only the reporting thread. */
    private final class Listening {
        private final Consumer<Progress> listener;
        private boolean hasHeard;

        Listening(Consumer<Progress> listener) {
            this.listener = listener;
        }

        synchronized void hear(Progress newest) {
            hasHeard = true;
            try {
                listener.accept(newest);
            } catch (RuntimeException | Error e) {
                LOG.warn("A progress listener of operation {} failed", id, e);
            }
        }

        /** Hears what came before it listened, unless there was nothing, or it has heard something newer. */
        synchronized void catchUp() {
            Progress newest = progress;
            if (!hasHeard && !newest.equals(START)) {
                hear(newest);
            }
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String attempt() {
        return attempt;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public Operation<T> onProgress(Consumer<Progress> listener) {
        Listening listening = new Listening(listener);
        listeners.add(listening);
        listening.catchUp();
        return this;
    }

    @Override
    public boolean cancel() {
        CancellableTask<T> current = run;
        return current != null && current.cancel("it was cancelled");
    }

    @Override
    public boolean isDone() {
        return future.isDone();
    }

    @Override
    public T await() {
        return await(Duration.ofDays(3650));
    }

    @Override
    public T await(Duration atMost) {
        try {
            return future.get(TimeUnit.NANOSECONDS.convert(atMost), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the waiting thread was interrupted; the operation itself goes on", e);
        } catch (TimeoutException e) {
            throw new WaitTimedOutException(
                    "operation to %s has not ended within %s; its newest report: %s"
                            .formatted(attempt, DurationText.words(atMost), progress),
                    e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KwsException known) {
                throw known;
            }
            throw new IllegalStateException("operation to " + attempt + " failed unexpectedly", e.getCause());
        }
    }

    /** {@return what is attempted, and the newest report} */
    @Override
    public String toString() {
        return attempt + ": " + progress;
    }

    @Override
    public CompletableFuture<T> toFuture() {
        return future.copy();
    }
}
