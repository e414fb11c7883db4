package io.kws.sdk.driver.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Progress;
import io.kws.sdk.receipts.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BackgroundOperationTest extends UseCaseFixture {
    private final CountDownLatch letGo = new CountDownLatch(1);

    @Test
    void await_succeeds_returnsTheResult() {
        Operation<Receipt> operation = runner.start(useCase(steps -> make(steps, "a")));

        assertThat(words(operation.await())).containsExactly("CREATED a");
        assertThat(operation.isDone()).isTrue();
    }

    @Test
    void await_fails_throwsTheUseCasesError() {
        Operation<Receipt> operation = runner.start(useCase(steps -> {
            throw new NotFoundException("no such image");
        }));

        assertThatThrownBy(operation::await)
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Could not rent \"web\" on kws1: no such image");
    }

    @Test
    void await_timeIsOver_saysHowFarItIsAndGoesOn() {
        Operation<Receipt> operation = held();

        assertThatThrownBy(() -> operation.await(Duration.ofMillis(1)))
                .isInstanceOf(WaitTimedOutException.class)
                .hasMessageContaining("rent \"web\"");
        letGo.countDown();
        assertThat(operation.await(AMPLE)).isNotNull();
    }

    @Test
    void await_endlessTime_isNoOverflow() {
        Operation<Receipt> operation = runner.start(useCase(steps -> make(steps, "a")));

        assertThat(operation.await(Duration.ofSeconds(Long.MAX_VALUE))).isNotNull();
    }

    @Test
    void await_waiterIsInterrupted_operationGoesOn() {
        Operation<Receipt> operation = held();

        Thread.currentThread().interrupt();
        assertThatThrownBy(operation::await).isInstanceOf(CancelledException.class);

        assertThat(Thread.interrupted()).isTrue();
        letGo.countDown();
        assertThat(operation.await(AMPLE)).isNotNull();
    }

    @Test
    void toFuture_cancelled_operationGoesOn() {
        Operation<Receipt> operation = held();

        operation.toFuture().cancel(true);
        letGo.countDown();

        assertThat(operation.await(AMPLE)).isNotNull();
    }

    @Test
    void toFuture_completes_withTheResult() {
        Operation<Receipt> operation = runner.start(useCase(steps -> make(steps, "a")));

        assertThat(words(operation.toFuture().join())).containsExactly("CREATED a");
    }

    @Test
    void toFuture_listenerOfTheEndClosesTheThreads_doesNotWaitForItself() {
        CountDownLatch closed = new CountDownLatch(1);
        Operation<Receipt> operation = held();
        CompletableFuture<Void> after = operation.toFuture().thenRun(() -> {
            threads.close();
            closed.countDown();
        });

        letGo.countDown();

        Latches.await(closed);
        assertThat(after.isCompletedExceptionally()).isFalse();
    }

    @Test
    void progress_countsEndedSteps() {
        Operation<Receipt> operation = runner.start(useCase(steps -> make(steps, "b", make(steps, "a"))));

        operation.await();

        assertThat(operation.progress()).isEqualTo(new Progress(2, 2, "make b", "", true));
    }

    @Test
    void onProgress_hearsBeginDetailAndEnd() {
        List<String> heard = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch registered = new CountDownLatch(1);
        Operation<Receipt> operation = runner.start(useCase(steps -> {
            Latches.await(registered);
            steps.act("build", context -> context.report("half"));
        }));

        operation.onProgress(progress -> heard.add(progress.toString()));
        registered.countDown();
        operation.await();

        assertThat(heard).containsExactly("[0/1] build", "[0/1] build: half", "[1/1] build: done");
    }

    @Test
    void onProgress_hasEnded_hearsTheNewestReport() {
        Operation<Receipt> operation = runner.start(useCase(steps -> make(steps, "a")));
        operation.await();
        List<Progress> heard = new ArrayList<>();

        operation.onProgress(heard::add);

        assertThat(heard).containsExactly(operation.progress());
    }

    @Test
    void onProgress_manySteps_neverFallsBack() {
        List<Integer> done = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch registered = new CountDownLatch(1);
        Operation<Receipt> operation = runner.start(useCase(steps -> {
            Latches.await(registered);
            for (int i = 0; i < 50; i++) {
                steps.act("step", context -> context.report("half"));
            }
        }));

        operation.onProgress(progress -> done.add(progress.done()));
        registered.countDown();
        operation.await();

        assertThat(done).isSorted().endsWith(50);
    }

    @Test
    void onProgress_listenerThrows_doesNotMatter() {
        assertThat(resultWithListener(progress -> {
                    throw new IllegalStateException("bad listener");
                }))
                .containsExactly("CREATED a");
    }

    @Test
    void onProgress_listenerThrowsError_doesNotMatter() {
        assertThat(resultWithListener(progress -> {
                    throw new AssertionError("bad listener");
                }))
                .containsExactly("CREATED a");
    }

    @Test
    void id_twoOperations_differ() {
        Operation<Receipt> one = runner.start(useCase(steps -> {}));
        Operation<Receipt> other = runner.start(useCase(steps -> {}));

        assertThat(one.id()).isNotEqualTo(other.id());
        assertThat(one.attempt()).isEqualTo("rent \"web\"");
    }

    private Operation<Receipt> held() {
        return runner.start(useCase(steps -> steps.act("wait", context -> Latches.await(letGo))));
    }

    private List<String> resultWithListener(Consumer<Progress> listener) {
        CountDownLatch registered = new CountDownLatch(1);
        Operation<Receipt> operation = runner.start(useCase(steps -> {
            Latches.await(registered);
            steps.act("report", context -> context.report("half"), make(steps, "a"));
        }));
        operation.onProgress(listener);
        registered.countDown();
        return words(operation.await());
    }
}
