package io.kws.sdk.driver.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.driver.steps.FakeCloud.Fault;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ReceiptEntry;
import io.kws.sdk.receipts.ResourceKind;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RemovalTest extends UseCaseFixture {
    private final Fault inUse = Fault.refused(new ConflictException("it is in use"));

    @Test
    void remove_succeeds_isDeletedOnReceipt() {
        Receipt receipt = run(steps -> remove(steps, "a"));

        assertThat(receipt.entries())
                .containsExactly(new ReceiptEntry(ResourceKind.SERVER, "a", "id-1", Outcome.DELETED, ""));
        assertThat(cloud.names()).isEmpty();
    }

    @Test
    void remove_fails_othersAreRemovedAndUseCaseFailsAtTheEnd() {
        cloud.fault("delete a", inUse);

        ConflictException failure =
                failure(ConflictException.class, steps -> remove(steps, "c", remove(steps, "b", remove(steps, "a"))));

        assertThat(words(failure.receipt())).containsExactly("LEFT a", "DELETED b", "DELETED c");
        assertThat(failure).hasMessage("Could not rent \"web\" on kws1: it is in use; left behind: server a");
    }

    @Test
    void remove_twoFail_secondIsSuppressedInTheFirst() {
        cloud.fault("delete a", inUse).fault("delete b", Fault.refused(new ConflictException("it is locked")));

        ConflictException failure = failure(ConflictException.class, steps -> remove(steps, "b", remove(steps, "a")));

        assertThat(failure.getSuppressed())
                .singleElement()
                .hasToString("io.kws.sdk.errors.ConflictException: it is locked");
    }

    @Test
    void remove_failsUnexpectedly_isLeftAndOthersAreRemoved() {
        cloud.fault("delete a", Fault.refused(new IllegalStateException("odd answer")));

        ServiceFailureException failure =
                failure(ServiceFailureException.class, steps -> remove(steps, "b", remove(steps, "a")));

        assertThat(words(failure.receipt())).containsExactly("LEFT a", "DELETED b");
    }

    @Test
    void remove_isStopped_removesNoMore() {
        String a = cloud.holds("a");
        String b = cloud.holds("b");
        CountDownLatch removing = new CountDownLatch(1);
        cloud.fault("delete a", act -> {
            removing.countDown();
            Waiting.pause(AMPLE);
        });
        Operation<Receipt> operation = runner.start(useCase(steps -> steps.act("remove both", context -> {
            context.remove(cloud.thing("a"), a);
            context.remove(cloud.thing("b"), b);
        })));

        Latches.await(removing);
        operation.cancel();
        CancelledException failure = thrown(CancelledException.class, operation::await);

        assertThat(words(failure.receipt())).containsExactly("LEFT a");
        assertThat(cloud.calls()).containsExactly("delete a");
    }

    private Step<?> remove(Steps steps, String name, Step<?>... after) {
        String id = cloud.holds(name);
        return steps.act("remove " + name, context -> context.remove(cloud.thing(name), id), after);
    }
}
