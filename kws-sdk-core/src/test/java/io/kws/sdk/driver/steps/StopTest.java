package io.kws.sdk.driver.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.driver.steps.FakeCloud.Fault;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.receipts.Receipt;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The time runs out, the caller is interrupted, the operation is cancelled, the SDK is closed. */
class StopTest extends UseCaseFixture {
    private final CountDownLatch waiting = new CountDownLatch(1);

    @Test
    void run_timeRunsOut_namesTheStep() {
        WaitTimedOutException failure = failure(
                WaitTimedOutException.class,
                useCase(Duration.ofMillis(20), steps -> steps.act("wait", context -> Waiting.pause(AMPLE))));

        assertThat(failure).hasMessageContaining("(20 ms) ran out during: wait");
    }

    @Test
    void run_timeRunsOut_isUndone() {
        WaitTimedOutException failure =
                failure(WaitTimedOutException.class, useCase(Duration.ofMillis(20), this::makeAndWait));

        assertThat(failure.receipt().isClean()).isTrue();
        assertThat(cloud.names()).isEmpty();
    }

    @Test
    void run_outerDeadlineIsNearer_counts() {
        WaitTimedOutException failure = Deadline.after(Duration.ofMillis(20))
                .during(() -> failure(WaitTimedOutException.class, useCase(this::makeAndWait)));

        assertThat(failure).hasMessageContaining("(20 ms)");
    }

    @Test
    void run_stepThread_isUnderTheDeadline() {
        Duration left = runner.run(new UseCase<>("look", AMPLE, steps -> {
            Step<Duration> look =
                    steps.add("look", context -> Deadline.current().remaining());
            return receipt -> look.result();
        }));

        assertThat(left).isLessThanOrEqualTo(AMPLE);
    }

    @Test
    void run_callerIsInterrupted_isCancelledUndoneAndFlagKept() throws Exception {
        FutureTask<Boolean> calling = new FutureTask<>(() -> {
            CancelledException failure = failure(CancelledException.class, useCase(this::makeAndWait));
            assertThat(failure).hasMessageContaining("the thread was interrupted");
            assertThat(words(failure.receipt())).containsExactly("DELETED a");
            return Thread.currentThread().isInterrupted();
        });
        Thread caller = new Thread(calling);
        caller.start();

        Latches.await(waiting);
        caller.interrupt();

        assertThat(calling.get(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void run_callerIsInterruptedBefore_startsNothing() {
        Thread.currentThread().interrupt();

        CancelledException failure = failure(CancelledException.class, steps -> make(steps, "a"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.receipt().entries()).isEmpty();
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void run_callerIsInterruptedDuringUndo_undoesAllAndFlagKept() throws Exception {
        CountDownLatch undoing = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        cloud.fault("delete a", Fault.held(undoing, letGo));
        FutureTask<Boolean> calling = new FutureTask<>(() -> {
            CancelledException failure = failure(CancelledException.class, useCase(this::makeAndWait));
            assertThat(words(failure.receipt())).containsExactly("DELETED a");
            return Thread.currentThread().isInterrupted();
        });
        Thread caller = new Thread(calling);
        caller.start();

        Latches.await(waiting);
        caller.interrupt();
        Latches.await(undoing);
        caller.interrupt();
        letGo.countDown();

        assertThat(calling.get(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void cancel_whileRunning_undoes() {
        Operation<Receipt> operation = runner.start(useCase(this::makeAndWait));

        Latches.await(waiting);
        boolean inTime = operation.cancel();
        boolean again = operation.cancel();
        CancelledException failure = thrown(CancelledException.class, operation::await);

        assertThat(inTime).isTrue();
        assertThat(again).isFalse();
        assertThat(words(failure.receipt())).containsExactly("DELETED a");
    }

    @Test
    void cancel_twice_isCancelledOnce() {
        CountDownLatch undoing = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        cloud.fault("delete a", Fault.held(undoing, letGo));
        Operation<Receipt> operation = runner.start(useCase(this::makeAndWait));

        Latches.await(waiting);
        operation.cancel();
        Latches.await(undoing);
        boolean inTime = operation.cancel();
        letGo.countDown();

        assertThat(inTime).isFalse();
        assertThat(endOf(operation)).isEqualTo("CancelledException");
        assertThat(cloud.calls()).containsExactly("create a", "delete a");
    }

    @Test
    void cancel_afterTheEnd_isTooLate() {
        Operation<Receipt> operation = runner.start(useCase(steps -> make(steps, "a")));

        operation.await();

        assertThat(operation.cancel()).isFalse();
        assertThat(cloud.names()).containsExactly("a");
    }

    @Test
    void cancel_afterDefineFailed_isTooLate() {
        Operation<Receipt> operation = runner.start(useCase(steps -> {
            throw new IllegalStateException("bug");
        }));

        endOf(operation);

        assertThat(operation.cancel()).isFalse();
    }

    @Test
    void cancel_beforeItBegins_makesNothing() {
        UseCaseRun<Receipt> run =
                new UseCaseRun<>("kws1", useCase(steps -> make(steps, "a")), threads.steps(), FAST, progress -> {});

        run.cancel("it was cancelled");
        CancelledException failure = thrown(CancelledException.class, run::run);

        assertThat(failure).hasMessage("Could not rent \"web\" on kws1: it was cancelled");
        assertThat(cloud.calls()).isEmpty();
    }

    /** The last report is sent when all steps have ended, and the coordinator has heard of no cancel yet. */
    @Test
    void cancel_whenAllStepsHaveJustEnded_isHonoured() {
        CountDownLatch registered = new CountDownLatch(1);
        Operation<Receipt> operation = runner.start(useCase(steps -> {
            Latches.await(registered);
            make(steps, "a");
        }));
        operation.onProgress(progress -> {
            if (progress.done() == progress.total()) {
                operation.cancel();
            }
        });
        registered.countDown();

        CancelledException failure = thrown(CancelledException.class, operation::await);

        assertThat(words(failure.receipt())).containsExactly("DELETED a");
        assertThat(cloud.names()).isEmpty();
    }

    @Test
    void cancel_whileTheResultIsRead_isTooLate() {
        UseCase<Receipt> useCase = new UseCase<>("rent", AMPLE, steps -> {
            make(steps, "a");
            return receipt -> {
                waiting.countDown();
                return receipt;
            };
        });
        Operation<Receipt> operation = runner.start(useCase);

        Latches.await(waiting);
        boolean inTime = operation.cancel();

        assertThat(inTime).isFalse();
        assertThat(words(operation.await())).containsExactly("CREATED a");
    }

    @Test
    void close_operationRuns_isUndoneWhenCloseReturns() {
        Operation<Receipt> operation = runner.start(useCase(this::makeAndWait));

        Latches.await(waiting);
        threads.close();

        assertThat(cloud.names()).isEmpty();
        assertThat(thrown(CancelledException.class, operation::await)).hasMessageContaining("the SDK was closed");
    }

    @Test
    void close_anotherThreadRuns_isUndoneWhenCloseReturns() throws Exception {
        FutureTask<CancelledException> calling =
                new FutureTask<>(() -> failure(CancelledException.class, useCase(this::makeAndWait)));
        new Thread(calling).start();

        Latches.await(waiting);
        threads.close();

        assertThat(cloud.names()).isEmpty();
        assertThat(words(calling.get(60, TimeUnit.SECONDS).receipt())).containsExactly("DELETED a");
    }

    @Test
    void close_operationsWaitForTheirTurn_endCancelled() {
        CountDownLatch running = new CountDownLatch(64);
        for (int i = 0; i < 64; i++) {
            runner.start(useCase(steps -> steps.act("wait", context -> {
                running.countDown();
                Waiting.pause(AMPLE);
            })));
        }
        Latches.await(running);
        Operation<Receipt> queued = runner.start(useCase(steps -> make(steps, "a")));

        threads.close();

        assertThat(endOf(queued)).isEqualTo("CancelledException");
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void close_undoTakesLongerThanPatience_returns() {
        CountDownLatch undoing = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        Threads impatient = new Threads(Duration.ofMillis(1));
        cloud.fault("delete a", Fault.held(undoing, letGo));
        Operation<Receipt> operation = new UseCaseRunner("kws1", impatient, FAST).start(useCase(this::makeAndWait));

        Latches.await(waiting);
        impatient.close();
        boolean ended = operation.isDone();
        letGo.countDown();

        assertThat(ended).isFalse();
        assertThat(endOf(operation)).isEqualTo("CancelledException");
        assertThat(cloud.names()).isEmpty();
    }

    @Test
    void close_threadIsInterrupted_returnsWithFlag() {
        CountDownLatch letGo = new CountDownLatch(1);
        cloud.fault("delete a", Fault.held(new CountDownLatch(1), letGo));
        Operation<Receipt> operation = runner.start(useCase(this::makeAndWait));

        Latches.await(waiting);
        Thread.currentThread().interrupt();
        threads.close();

        assertThat(Thread.interrupted()).isTrue();
        letGo.countDown();
        assertThat(endOf(operation)).isEqualTo("CancelledException");
    }

    @Test
    void run_afterClose_isCancelled() {
        threads.close();

        CancelledException failure = failure(CancelledException.class, steps -> make(steps, "a"));

        assertThat(failure).hasMessage("Could not rent \"web\" on kws1: the SDK is closed");
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void start_afterClose_isCancelled() {
        threads.close();

        CancelledException failure =
                thrown(CancelledException.class, () -> runner.start(useCase(steps -> make(steps, "a"))));

        assertThat(failure).hasMessageContaining("the SDK is closed");
    }

    private void makeAndWait(Steps steps) {
        steps.act(
                "wait",
                context -> {
                    waiting.countDown();
                    Waiting.pause(AMPLE);
                },
                make(steps, "a"));
    }
}
