package io.kws.sdk.driver.steps;

import io.kws.sdk.driver.errors.ErrorDetails;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A step on its thread. A stop interrupts it, but not within a call that makes something. */
final class RunningStep implements Runnable, StepContext {
    private final Step<?> step;
    private final Deadline deadline;
    private final Ledger ledger;
    private final Timeouts timeouts;
    private final Queue<UseCaseRun.Event> events;
    private final Reporter reporter;
    private @Nullable Thread interruptible;
    private boolean stopped;

    /** Passes reports on. */
    interface Reporter {
        void report(Step<?> step, String detail, boolean finished);
    }

    RunningStep(
            Step<?> step,
            Deadline deadline,
            Ledger ledger,
            Timeouts timeouts,
            Queue<UseCaseRun.Event> events,
            Reporter reporter) {
        this.step = step;
        this.deadline = deadline;
        this.ledger = ledger;
        this.timeouts = timeouts;
        this.events = events;
        this.reporter = reporter;
    }

    @Override
    public void run() {
        KwsException failure = null;
        try {
            letInterrupt();
            requireGoing();
            deadline.during(() -> {
                step.run(this);
                return true;
            });
        } catch (KwsException e) {
            failure = e;
        } catch (RuntimeException | Error e) {
            failure = unexpected(e);
        }
        forbidInterrupt();
        events.add(new UseCaseRun.Event(step, failure));
    }

    synchronized void stop() {
        stopped = true;
        if (interruptible != null) {
            interruptible.interrupt();
        }
    }

    private synchronized void letInterrupt() {
        interruptible = Thread.currentThread();
        if (stopped) {
            interruptible.interrupt();
        }
    }

    /** After this the thread's flag is clear, and stays so. */
    @SuppressWarnings("ThreadInterrupted")
    private synchronized void forbidInterrupt() {
        interruptible = null;
        Thread.interrupted();
    }

    private synchronized void requireGoing() {
        if (stopped) {
            throw new CancelledException("it was stopped");
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private ServiceFailureException unexpected(Throwable thrown) {
        return new ServiceFailureException("step \"" + step.name() + "\" failed unexpectedly: " + thrown, thrown);
    }

    @Override
    public <R> R make(Resource<R> resource) {
        requireGoing();
        Ledger.Making<R> line = ledger.making(resource);
        R made = makeOnce(line);
        requireGoing();
        return made;
    }

    /** After a lost answer, looks for the resource before it tries again. */
    private <R> R makeOnce(Ledger.Making<R> line) {
        return Retry.of(timeouts)
                .when(failure -> isAnswerLost(failure) && !isStopped())
                .call(repetition -> repetition == 0 ? create(line) : look(line).orElseGet(() -> create(line)));
    }

    /** A look that fails leaves open whether the resource was created. */
    private static <R> Optional<R> look(Ledger.Making<R> line) {
        try {
            return line.find();
        } catch (KwsException e) {
            throw ErrorDetails.possiblyDone(e);
        }
    }

    private static boolean isAnswerLost(RuntimeException failure) {
        return failure instanceof KwsException error && ErrorDetails.isAnswerMissing(error) && error.isRetryable();
    }

    private <R> R create(Ledger.Making<R> line) {
        if (line.isInterruptible()) {
            requireGoing();
            return line.create();
        }
        forbidInterrupt();
        try {
            requireGoing();
            return line.create();
        } finally {
            letInterrupt();
        }
    }

    @Override
    public <R> boolean remove(Removable<R> resource, R made) {
        requireGoing();
        try {
            resource.delete(made);
            ledger.note(removed(resource, made, Outcome.DELETED, ""));
            return true;
        } catch (KwsException e) {
            ledger.removalFailed(removed(resource, made, Outcome.LEFT, e.reason()), e);
            requireGoing();
        } catch (RuntimeException e) {
            ledger.removalFailed(removed(resource, made, Outcome.LEFT, e.toString()), unexpected(e));
        }
        return false;
    }

    private static <R> ReceiptEntry removed(Removable<R> resource, R made, Outcome outcome, String reason) {
        return new ReceiptEntry(resource.kind(), resource.name(), resource.id(made), outcome, reason);
    }

    @Override
    public void reuse(ResourceKind kind, String name, String id) {
        ledger.note(new ReceiptEntry(kind, name, id, Outcome.REUSED, ""));
    }

    @Override
    public void report(String detail) {
        requireGoing();
        reporter.report(step, detail, false);
    }
}
