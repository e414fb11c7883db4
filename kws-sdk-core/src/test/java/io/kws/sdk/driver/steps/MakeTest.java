package io.kws.sdk.driver.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.driver.steps.FakeCloud.Fault;
import io.kws.sdk.errors.AccessDeniedException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.ProvisioningFailedException;
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
import org.junit.jupiter.api.Test;

class MakeTest extends UseCaseFixture {
    @Test
    void make_succeeds_isOnReceiptWithId() {
        Receipt receipt = run(steps -> make(steps, "web"));

        assertThat(receipt.entries())
                .containsExactly(new ReceiptEntry(ResourceKind.SERVER, "web", "id-1", Outcome.CREATED, ""));
    }

    @Test
    void make_answerLostAfterwards_isFoundAndMadeOnce() {
        cloud.fault("create web", Fault.lostAfter());

        Receipt receipt = run(steps -> make(steps, "web"));

        assertThat(words(receipt)).containsExactly("CREATED web");
        assertThat(cloud.calls()).containsExactly("create web", "find web");
    }

    @Test
    void make_requestLostBefore_isRepeated() {
        cloud.fault("create web", Fault.lostBefore());

        Receipt receipt = run(steps -> make(steps, "web"));

        assertThat(words(receipt)).containsExactly("CREATED web");
        assertThat(cloud.calls()).containsExactly("create web", "find web", "create web");
    }

    @Test
    void make_findLostAsWell_looksAgainBeforeItRepeats() {
        cloud.fault("create web", Fault.lostAfter()).fault("find web", Fault.lostBefore());

        run(steps -> make(steps, "web"));

        assertThat(cloud.calls()).containsExactly("create web", "find web", "find web");
    }

    @Test
    void make_isLostEachTime_failsAfterTheRetries() {
        cloud.fault("create web", Fault.lostBefore(), Fault.lostBefore(), Fault.lostBefore());

        NodeUnavailableException failure = failure(NodeUnavailableException.class, steps -> make(steps, "web"));

        assertThat(failure.receipt().entries()).isEmpty();
        assertThat(cloud.calls())
                .containsExactly("create web", "find web", "create web", "find web", "create web", "find web");
    }

    @Test
    void make_isRefused_leavesNoEntryAndIsNotRepeated() {
        cloud.fault("create web", Fault.refused(new QuotaExceededException("too many")));

        QuotaExceededException failure = failure(QuotaExceededException.class, steps -> make(steps, "web"));

        assertThat(failure.receipt().entries()).isEmpty();
        assertThat(cloud.calls()).containsExactly("create web");
    }

    @Test
    void make_failureNamesNodeAttemptAndStep() {
        cloud.fault("create web", Fault.refused(new QuotaExceededException("too many")));

        QuotaExceededException failure = failure(QuotaExceededException.class, steps -> make(steps, "web"));

        assertThat(failure).hasMessage("Could not rent \"web\" on kws1: too many");
        assertThat(failure.step()).isEqualTo("make web");
    }

    @Test
    void make_lostAndFindDenied_isUndoneLater() {
        cloud.fault("create web", Fault.lostAfter())
                .fault("find web", Fault.refused(new AccessDeniedException("not allowed")));

        AccessDeniedException failure = failure(AccessDeniedException.class, steps -> make(steps, "web"));

        assertThat(words(failure.receipt())).containsExactly("DELETED web");
        assertThat(cloud.names()).isEmpty();
    }

    @Test
    void make_lostAndFindNeverAnswers_isLeftWithReason() {
        AccessDeniedException denied = new AccessDeniedException("not allowed to look");
        cloud.fault("create web", Fault.lostAfter()).fault("find web", Fault.refused(denied), Fault.refused(denied));

        AccessDeniedException failure = failure(AccessDeniedException.class, steps -> make(steps, "web"));

        assertThat(failure.receipt().entries())
                .containsExactly(new ReceiptEntry(ResourceKind.SERVER, "web", "", Outcome.LEFT, "not allowed to look"));
        assertThat(failure).hasMessageEndingWith("left behind: server web");
    }

    /** The second call is refused because of what the first one made, which the look did not show yet. */
    @Test
    void make_lostThenRefusedForItsOwnSake_isUndone() {
        cloud.fault("create web", Fault.lostAfter(), Fault.refused(new ConflictException("the name is taken")))
                .fault("find web", Fault.blind());

        ConflictException failure = failure(ConflictException.class, steps -> make(steps, "web"));

        assertThat(words(failure.receipt())).containsExactly("DELETED web");
        assertThat(cloud.names()).isEmpty();
    }

    @Test
    void make_failsInsideTheCloud_isUndone() {
        cloud.fault("create web", Fault.after(new ProvisioningFailedException("no disk")));

        ProvisioningFailedException failure = failure(ProvisioningFailedException.class, steps -> make(steps, "web"));

        assertThat(words(failure.receipt())).containsExactly("DELETED web");
    }

    @Test
    void make_answerCannotBeRead_isUndone() {
        cloud.fault("create web", Fault.after(new IllegalStateException("odd answer")));

        ServiceFailureException failure = failure(ServiceFailureException.class, steps -> make(steps, "web"));

        assertThat(words(failure.receipt())).containsExactly("DELETED web");
        assertThat(cloud.names()).isEmpty();
    }

    @Test
    void make_stepCatchesTheFailure_canStillBeStopped() {
        CountDownLatch waiting = new CountDownLatch(1);
        cloud.fault("create web", Fault.refused(new QuotaExceededException("too many")));
        Operation<Receipt> operation = runner.start(useCase(steps -> steps.act("try", context -> {
            try {
                context.make(cloud.thing("web"));
            } catch (KwsException e) {
                waiting.countDown();
                Waiting.pause(AMPLE);
            }
        })));

        Latches.await(waiting);
        operation.cancel();

        assertThat(endOf(operation)).isEqualTo("CancelledException");
    }

    @Test
    void make_stoppedWhileItPausesBeforeRepeating_endsAtOnceAndCreatesNoMore() {
        CountDownLatch lost = new CountDownLatch(1);
        cloud.fault("create web", act -> {
            lost.countDown();
            throw new NodeUnavailableException("no connection");
        });
        Timeouts slow = Timeouts.builder()
                .firstPause(Duration.ofDays(1))
                .longestPause(Duration.ofDays(1))
                .build();
        Operation<Receipt> operation =
                new UseCaseRunner("kws1", threads, slow).start(useCase(Duration.ofDays(2), steps -> make(steps, "web")));

        Latches.await(lost);
        operation.cancel();

        assertThat(endOf(operation)).isEqualTo("CancelledException");
        assertThat(cloud.calls()).containsExactly("create web", "find web");
    }

    @Test
    void reuse_isOnReceiptAndStays() {
        String id = cloud.holds("mine");
        cloud.fault("create web", Fault.refused(new QuotaExceededException("too many")));

        QuotaExceededException failure = failure(QuotaExceededException.class, steps -> {
            Step<?> reuse = steps.act("find", context -> context.reuse(ResourceKind.KEYPAIR, "mine", id));
            make(steps, "web", reuse);
        });

        assertThat(words(failure.receipt())).containsExactly("REUSED mine");
        assertThat(cloud.names()).containsExactly("mine");
    }
}
