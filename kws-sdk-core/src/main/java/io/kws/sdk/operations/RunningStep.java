package io.kws.sdk.operations;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.receipts.Outcome;
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
            deadline.during(() -> {
                step.run(this);
                return true;
            });
        } catch (KwsException e) {
            failure = e;
        } catch (RuntimeException | Error e) {
            failure = new ServiceFailureException("step \"" + step.name() + "\" failed unexpectedly: " + e, e);
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
        if (stopped) {
            throw new CancelledException("it was stopped");
        }
        interruptible = Thread.currentThread();
    }

    /** After this the thread's flag is clear, and stays so. */
    @SuppressWarnings("ThreadInterrupted")
    private synchronized void forbidInterrupt() {
        interruptible = null;
        Thread.interrupted();
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    @Override
    public <R> R make(Resource<R> resource) {
        forbidInterrupt();
        if (isStopped()) {
            throw new CancelledException("it was stopped");
        }
        Ledger.Line<R> line = ledger.intend(resource);
        R made = createOnce(resource, line);
        line.created(made);
        letInterrupt();
        return made;
    }

    /** Makes the resource, and after a lost answer looks for it before it tries again. */
    private <R> R createOnce(Resource<R> resource, Ledger.Line<R> line) {
        RetryPolicy<R> policy = RetryPolicy.<R>builder()
                .handleIf(failure -> failure instanceof KwsException e && e.isRetryable())
                .withMaxRetries(timeouts.retries())
                .withBackoff(timeouts.firstPause(), timeouts.longestPause())
                .withJitter(0.5)
                .abortIf((made, failure) -> isStopped() || deadline.hasPassed())
                .build();
        try {
            return Failsafe.with(policy).get(attempt -> {
                if (attempt.getAttemptCount() > 0) {
                    Optional<R> found = resource.find();
                    if (found.isPresent()) {
                        return found.get();
                    }
                }
                line.uncertain();
                return resource.create();
            });
        } catch (KwsException e) {
            if (!e.isRetryable()) {
                line.refused();
            }
            throw e;
        } catch (FailsafeException e) {
            throw new ServiceFailureException("creating " + resource.kind().label() + " failed: " + e.getCause(), e);
        }
    }

    @Override
    public <R> void remove(Resource<R> resource, R made) {
        Ledger.Line<R> line = ledger.removing(resource, made);
        try {
            resource.delete(made);
            line.deleted();
        } catch (KwsException e) {
            line.left(e);
        }
    }

    @Override
    public void reuse(ResourceKind kind, String name, String id) {
        ledger.note(kind, name, id, Outcome.REUSED);
    }

    @Override
    public void report(String detail) {
        reporter.report(step, detail, false);
    }
}
