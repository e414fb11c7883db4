package io.kws.sdk.driver.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.driver.steps.FakeCloud.Fault;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.QuotaExceededException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class UndoTest extends UseCaseFixture {
    private final Fault noRoom = Fault.refused(new QuotaExceededException("too many"));

    @Test
    void run_laterStepFails_undoesInReverseOrder() {
        cloud.fault("create c", noRoom);

        QuotaExceededException failure =
                failure(QuotaExceededException.class, steps -> make(steps, "c", make(steps, "b", make(steps, "a"))));

        assertThat(cloud.calls()).containsExactly("create a", "create b", "create c", "delete b", "delete a");
        assertThat(words(failure.receipt())).containsExactly("DELETED a", "DELETED b");
    }

    @Test
    void run_changeOfWhatWasThere_saysThatItIsChangedOrRestored() {
        cloud.fault("create b", noRoom);

        QuotaExceededException failure = failure(
                QuotaExceededException.class,
                steps -> make(steps, "b", steps.act("change a", context -> context.make(cloud.change("a")))));
        Receipt receipt = run(steps -> steps.act("change c", context -> context.make(cloud.change("c"))));

        assertThat(words(failure.receipt())).containsExactly("RESTORED a");
        assertThat(words(receipt)).containsExactly("CHANGED c");
    }

    @Test
    void run_undoFails_isLeftAndMessageNamesIt() {
        cloud.fault("create b", noRoom).fault("delete a", Fault.refused(new ConflictException("it is in use")));

        QuotaExceededException failure =
                failure(QuotaExceededException.class, steps -> make(steps, "b", make(steps, "a")));

        assertThat(failure.receipt().entries())
                .containsExactly(new ReceiptEntry(ResourceKind.SERVER, "a", "id-1", Outcome.LEFT, "it is in use"));
        assertThat(failure).hasMessage("Could not rent \"web\" on kws1: too many; left behind: server a");
    }

    @Test
    void run_whatWasMadeAlongStays_isLeftByItsOwnKind() {
        cloud.fault("create b", noRoom);

        QuotaExceededException failure = failure(
                QuotaExceededException.class,
                steps -> make(steps, "b", steps.act("make a", context -> context.make(cloud.thingWithVolume("a")))));

        assertThat(words(failure.receipt())).containsExactly("DELETED a", "LEFT of a");
        assertThat(failure.receipt().entries(Outcome.LEFT))
                .extracting(ReceiptEntry::kind)
                .containsExactly(ResourceKind.VOLUME);
        assertThat(failure).hasMessageEndingWith("left behind: volume of a");
    }

    @Test
    void run_undoFails_undoesTheOthers() {
        cloud.fault("create c", noRoom).fault("delete b", Fault.refused(new ConflictException("it is in use")));

        QuotaExceededException failure =
                failure(QuotaExceededException.class, steps -> make(steps, "c", make(steps, "b", make(steps, "a"))));

        assertThat(words(failure.receipt())).containsExactly("DELETED a", "LEFT b");
        assertThat(cloud.names()).containsExactly("b");
    }

    @Test
    void run_undoFailsUnexpectedly_undoesTheOthers() {
        cloud.fault("create c", noRoom).fault("delete b", Fault.refused(new IllegalStateException("odd answer")));

        QuotaExceededException failure =
                failure(QuotaExceededException.class, steps -> make(steps, "c", make(steps, "b", make(steps, "a"))));

        assertThat(words(failure.receipt())).containsExactly("DELETED a", "LEFT b");
        assertThat(failure.receipt().entries(Outcome.LEFT).get(0).reason()).contains("odd answer");
    }

    @Test
    void run_timeForUndoingRunsOut_isLeftWithThatReason() {
        UseCaseRunner hasty = new UseCaseRunner(
                "kws1", threads, Timeouts.builder().rollback(Duration.ZERO).build());
        cloud.fault("create b", noRoom);

        QuotaExceededException failure = thrown(
                QuotaExceededException.class, () -> hasty.run(useCase(steps -> make(steps, "b", make(steps, "a")))));

        assertThat(failure.receipt().entries())
                .containsExactly(new ReceiptEntry(
                        ResourceKind.SERVER, "a", "id-1", Outcome.LEFT, "the time for undoing ran out"));
    }

    @Test
    void run_stepFailsUnexpectedly_isServiceFailureAndUndone() {
        ServiceFailureException failure = failure(ServiceFailureException.class, steps -> {
            Step<String> made = make(steps, "a");
            steps.add("odd", context -> made.result().substring(100), made);
        });

        assertThat(failure)
                .hasMessageContaining("step \"odd\"")
                .hasCauseInstanceOf(StringIndexOutOfBoundsException.class);
        assertThat(words(failure.receipt())).containsExactly("DELETED a");
    }

    @Test
    void run_stepFailsWithError_isServiceFailureAndUndone() {
        ServiceFailureException failure = failure(ServiceFailureException.class, steps -> {
            Step<String> made = make(steps, "a");
            steps.act(
                    "odd",
                    context -> {
                        throw new AssertionError("impossible");
                    },
                    made);
        });

        assertThat(failure).hasCauseInstanceOf(AssertionError.class);
        assertThat(cloud.names()).isEmpty();
    }

    @Test
    void run_stepFails_interruptsTheOthers() {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);

        failure(NotFoundException.class, steps -> {
            steps.act("fail", context -> {
                Latches.await(waiting);
                throw new NotFoundException("gone");
            });
            steps.act("wait", context -> {
                waiting.countDown();
                try {
                    Waiting.pause(AMPLE);
                } finally {
                    interrupted.countDown();
                }
            });
        });

        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void run_stepFailsDuringCreate_createIsNotInterruptedAndUndone() {
        CountDownLatch creating = new CountDownLatch(1);
        CountDownLatch failed = new CountDownLatch(1);
        AtomicBoolean interrupted = new AtomicBoolean(true);
        cloud.fault("create web", act -> {
            creating.countDown();
            Latches.awaitUninterrupted(failed);
            act.run();
            interrupted.set(Thread.currentThread().isInterrupted());
        });
        cloud.fault("create bad", act -> {
            Latches.await(creating);
            throw new QuotaExceededException("too many");
        });
        Operation<Receipt> operation = runner.start(useCase(steps -> {
            make(steps, "web");
            make(steps, "bad");
        }));

        Latches.await(creating);
        operation.cancel();
        failed.countDown();

        assertThat(endOf(operation)).isIn("CancelledException", "QuotaExceededException");
        assertThat(interrupted).isFalse();
        assertThat(cloud.names()).isEmpty();
    }

    @Test
    void run_twoStepsFail_secondIsSuppressedInTheFirst() {
        CountDownLatch both = new CountDownLatch(2);

        KwsException failure = failure(KwsException.class, steps -> {
            steps.act("one", context -> {
                both.countDown();
                Latches.awaitUninterrupted(both);
                throw new NotFoundException("one");
            });
            steps.act("two", context -> {
                both.countDown();
                Latches.awaitUninterrupted(both);
                throw new NotFoundException("two");
            });
        });

        assertThat(failure.getSuppressed()).hasSize(1);
    }

    @Test
    void run_defineRefuses_failsWithThatError() {
        NotFoundException failure = failure(NotFoundException.class, steps -> {
            throw new NotFoundException("no such image");
        });

        assertThat(failure).hasMessage("Could not rent \"web\" on kws1: no such image");
    }

    @Test
    void run_defineFailsUnexpectedly_isServiceFailure() {
        ServiceFailureException failure = failure(ServiceFailureException.class, steps -> {
            throw new IllegalStateException("bug");
        });

        assertThat(failure)
                .hasMessageContaining("Could not rent \"web\" on kws1")
                .hasMessageContaining("bug");
    }

    @Test
    void run_resultCannotBeRead_isUndone() {
        UseCase<Receipt> useCase = new UseCase<>("rent", AMPLE, steps -> {
            make(steps, "a");
            return receipt -> {
                throw new AccessDeniedException("not allowed to read it");
            };
        });

        AccessDeniedException failure = failure(AccessDeniedException.class, useCase);

        assertThat(words(failure.receipt())).containsExactly("DELETED a");
        assertThat(cloud.names()).isEmpty();
    }
}
