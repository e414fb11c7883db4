package io.kws.sdk.operations;

import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ErrorContext;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.receipts.Receipt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a use case. One thread coordinates: it starts each step that is ready and hears of each that ended. All
 * state but {@link #events} and {@link #open} belongs to that thread.
 */
final class UseCaseRun<T> {
    private final String node;
    private final UseCase<T> useCase;
    private final ExecutorService threads;
    private final Timeouts timeouts;
    private final Consumer<Progress> listener;
    private final Ledger ledger = new Ledger();
    private final Steps steps = new Steps();
    private final Map<Step<?>, RunningStep> started = new LinkedHashMap<>();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final AtomicBoolean open = new AtomicBoolean(true);
    private int running;
    private int done;
    private @Nullable KwsException failure;

    UseCaseRun(
            String node, UseCase<T> useCase, ExecutorService threads, Timeouts timeouts, Consumer<Progress> listener) {
        this.node = node;
        this.useCase = useCase;
        this.threads = threads;
        this.timeouts = timeouts;
        this.listener = listener;
    }

    /** Something the coordinator must hear of: a step's end, good if {@code failure} is null, or a cancel. */
    record Event(@Nullable Step<?> step, @Nullable KwsException failure) {}

    boolean cancel() {
        boolean cancelled = open.get();
        if (cancelled) {
            events.add(new Event(null, new CancelledException("it was cancelled")));
        }
        return cancelled;
    }

    T run() {
        Deadline deadline = Deadline.current().atMost(useCase.allowed());
        boolean interrupted = false;
        UseCase.ResultReader<T> result = defineSteps();
        while (failure == null ? done < steps.all().size() : running > 0) {
            if (failure == null) {
                startReady(deadline);
            }
            try {
                hear(nextEvent(deadline));
            } catch (InterruptedException e) {
                interrupted = true;
                fail(new CancelledException("the thread was interrupted", e));
            }
        }
        KwsException failed = closeAndGetFailure();
        if (failed != null) {
            interrupted |= undo();
        } else {
            failed = ledger.removalFailure().orElse(null);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Receipt receipt = ledger.receipt();
        if (failed != null) {
            throw failed.within(useCaseContext(receipt));
        }
        return result.read(receipt);
    }

    private UseCase.ResultReader<T> defineSteps() {
        try {
            return useCase.define().apply(steps);
        } catch (KwsException e) {
            throw e.within(useCaseContext(Receipt.empty()));
        }
    }

    private ErrorContext useCaseContext(Receipt receipt) {
        return new ErrorContext(node, useCase.attempt(), "", List.of(), receipt);
    }

    /** A cancel that came in time is honoured even if all steps have ended. */
    private @Nullable KwsException closeAndGetFailure() {
        open.set(false);
        for (Event event = events.poll(); event != null && failure == null; event = events.poll()) {
            failure = event.failure();
        }
        return failure;
    }

    private void startReady(Deadline deadline) {
        for (Step<?> step : steps.all()) {
            if (!started.containsKey(step) && step.isReady()) {
                RunningStep runningStep = new RunningStep(step, deadline, ledger, timeouts, events, this::report);
                started.put(step, runningStep);
                running++;
                report(step, "", false);
                threads.execute(runningStep);
            }
        }
    }

    private Event nextEvent(Deadline deadline) throws InterruptedException {
        if (failure != null) { // each call has its own time limit, so the running steps end soon
            return events.take();
        }
        Event event = events.poll(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        return event != null ? event : new Event(null, outOfTime(deadline));
    }

    private void hear(Event event) {
        Step<?> step = event.step();
        KwsException reason = event.failure();
        if (step != null) {
            running--;
        }
        if (reason != null) {
            fail(step == null ? reason : reason.within(stepContext(step)));
        } else if (step != null) {
            done++;
            report(step, "", true);
        }
    }

    private void fail(KwsException reason) {
        if (failure == null) {
            failure = reason;
            started.values().forEach(RunningStep::stop);
        }
    }

    private KwsException outOfTime(Deadline deadline) {
        String waitingFor = String.join(
                ", ",
                started.keySet().stream()
                        .filter(step -> !step.isDone())
                        .map(Step::name)
                        .toList());
        return new WaitTimedOutException(
                "the time allowed (%s) ran out during: %s".formatted(Durations.words(deadline.allowed()), waitingFor));
    }

    private ErrorContext stepContext(Step<?> step) {
        return new ErrorContext(node, "", step.name(), List.of(), Receipt.empty());
    }

    /** Undoes on another thread, which an interrupt of this one does not reach; tells whether there was one. */
    private boolean undo() {
        listener.accept(new Progress(done, steps.all().size(), "undo", "", false));
        Deadline budget = Deadline.after(timeouts.rollback());
        CompletableFuture<Void> undoing = CompletableFuture.runAsync(
                () -> budget.during(() -> {
                    ledger.undo();
                    return true;
                }),
                threads);
        boolean interrupted = Thread.interrupted();
        while (true) {
            try {
                undoing.get();
                return interrupted;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                throw new ServiceFailureException("undoing failed: " + e.getCause(), e.getCause());
            }
        }
    }

    private void report(Step<?> step, String detail, boolean finished) {
        listener.accept(new Progress(done, steps.all().size(), step.name(), detail, finished));
    }
}
