package io.kws.sdk.driver.steps;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.internal.text.DurationText;
import io.kws.sdk.operations.Progress;
import io.kws.sdk.operations.Timeouts;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run of a use case. One thread coordinates: it starts each step that is ready and hears of each that ended. All
 * state but {@link #events}, {@link #open}, {@link #cancelled} and {@link #done} belongs to that thread.
 */
final class UseCaseRun<T> implements CancellableTask<T> {
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    private final String node;
    private final UseCase<T> useCase;
    private final Executor threads;
    private final Timeouts timeouts;
    private final Consumer<Progress> listener;
    private final Ledger ledger = new Ledger();
    private final Steps steps = new Steps();
    private final Map<Step<?>, RunningStep> started = new LinkedHashMap<>();
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Object reporting = new Object();
    private boolean open = true;
    private boolean cancelled;
    private int running;
    private int done;
    private boolean interrupted;

    UseCaseRun(String node, UseCase<T> useCase, Executor threads, Timeouts timeouts, Consumer<Progress> listener) {
        this.node = node;
        this.useCase = useCase;
        this.threads = threads;
        this.timeouts = timeouts;
        this.listener = listener;
    }

    /** Something the coordinator must hear of: a step's end, good if {@code failure} is null, or a cancel. */
    record Event(@Nullable Step<?> step, @Nullable KwsException failure) {}

    @Override
    public synchronized boolean cancel(String reason) {
        if (!open || cancelled) {
            return false;
        }
        cancelled = true;
        events.add(new Event(null, new CancelledException(reason)));
        return true;
    }

    @Override
    public T run() {
        KwsException failure;
        try {
            UseCase.ResultReader<T> result = useCase.define().apply(steps);
            runSteps(Deadline.current().atMost(useCase.allowed()));
            failure = ledger.removalFailure().orElse(null);
            if (failure == null) {
                return result.read(ledger.receipt());
            }
        } catch (InterruptedException e) {
            interrupted = true;
            failure = giveUp(new CancelledException("the thread was interrupted", e));
        } catch (KwsException e) {
            failure = giveUp(e);
        } catch (RuntimeException | Error e) {
            failure = giveUp(new ServiceFailureException("it failed unexpectedly: " + e, e));
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        throw inUseCase(failure);
    }

    @Override
    public KwsException refused(String reason) {
        return inUseCase(new CancelledException(reason));
    }

    private KwsException inUseCase(KwsException failure) {
        return ErrorDetails.inUseCase(failure, node, useCase.attempt(), ledger.receipt());
    }

    private void runSteps(Deadline deadline) throws InterruptedException {
        while (done < steps.all().size()) {
            Event event = events.poll();
            if (event == null) {
                requireNoInterrupt();
                startReady(deadline);
                event = nextEvent(deadline);
            }
            hear(event);
        }
        hearLateCancel();
    }

    private static void requireNoInterrupt() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private void startReady(Deadline deadline) {
        for (Step<?> step : steps.all()) {
            if (!started.containsKey(step) && step.isReady()) {
                RunningStep runningStep = new RunningStep(step, deadline, ledger, timeouts, events, this::reportOfStep);
                started.put(step, runningStep);
                report(step, "", false);
                threads.execute(runningStep);
                running++;
            }
        }
    }

    /** A step out of time knows better than we what it waited for, so it is given a moment to say so. */
    private Event nextEvent(Deadline deadline) throws InterruptedException {
        Duration patience = deadline.remaining().plus(LAST_WORDS);
        Event event = events.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        return event != null ? event : new Event(null, outOfTime(deadline));
    }

    private void hear(Event event) {
        Step<?> step = event.step();
        KwsException reason = event.failure();
        if (step != null) {
            running--;
        }
        if (reason != null) {
            throw step == null ? reason : ErrorDetails.inStep(reason, node, step.name());
        }
        if (step != null) {
            report(step, "", true);
        }
    }

    /** A cancel that came in time is honoured even if all steps have ended. */
    private void hearLateCancel() {
        close();
        Event late = events.poll();
        if (late != null) {
            hear(late);
        }
    }

    private synchronized void close() {
        open = false;
    }

    private KwsException outOfTime(Deadline deadline) {
        String waitingFor = String.join(
                ", ",
                started.keySet().stream()
                        .filter(step -> !step.isDone())
                        .map(Step::name)
                        .toList());
        return new WaitTimedOutException("the time allowed (%s) ran out during: %s"
                .formatted(DurationText.words(deadline.allowed()), waitingFor));
    }

    /** Stops the steps that run, waits for their end, and undoes what was made. */
    private KwsException giveUp(KwsException reason) {
        close();
        started.values().forEach(RunningStep::stop);
        while (running > 0) { // each call has its own time limit, so they end soon
            try {
                hearOfEnd(events.take(), reason);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        undo(reason);
        return reason;
    }

    private void hearOfEnd(Event event, KwsException reason) {
        KwsException further = event.failure();
        if (event.step() != null) {
            running--;
        }
        if (further != null && !(further instanceof CancelledException)) {
            reason.addSuppressed(further);
        }
    }

    /** Undoes on another thread, which an interrupt of this one does not reach. */
    private void undo(KwsException reason) {
        listener.accept(new Progress(done, steps.all().size(), "undo", "", false));
        Deadline budget = Deadline.after(timeouts.rollback());
        FutureTask<Boolean> undoing = new FutureTask<>(() -> budget.during(() -> {
            ledger.undo();
            return true;
        }));
        interrupted |= Thread.interrupted();
        try {
            threads.execute(undoing);
        } catch (RuntimeException | Error e) { // no thread to be had
            undoing.run();
        }
        while (true) {
            try {
                undoing.get();
                return;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                reason.addSuppressed(e.getCause());
                return;
            }
        }
    }

    /** Where a step reports, a cancel takes effect at once, before the step's thread hears of it. */
    private void reportOfStep(Step<?> step, String detail, boolean finished) {
        requireGoing();
        report(step, detail, finished);
    }

    private synchronized void requireGoing() {
        if (cancelled) {
            throw new CancelledException("it was cancelled");
        }
    }

    /** Reports come from many threads, but one after the other, and never fall back. */
    private void report(Step<?> step, String detail, boolean finished) {
        synchronized (reporting) {
            done += finished ? 1 : 0;
            listener.accept(new Progress(done, steps.all().size(), step.name(), detail, finished));
        }
    }
}
