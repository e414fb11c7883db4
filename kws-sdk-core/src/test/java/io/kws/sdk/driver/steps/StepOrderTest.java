package io.kws.sdk.driver.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.ServiceFailureException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class StepOrderTest extends UseCaseFixture {
    @Test
    void run_independentSteps_runSideBySide() {
        CyclicBarrier together = new CyclicBarrier(3);

        List<Integer> arrived = runner.run(new UseCase<>("meet", AMPLE, steps -> {
            List<Step<Integer>> meeting = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                meeting.add(steps.add("meet", context -> meet(together)));
            }
            return receipt -> meeting.stream().map(Step::result).toList();
        }));

        assertThat(arrived).containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void run_stepAfterAnother_startsWhenThatHasEnded() {
        List<String> ended = Collections.synchronizedList(new ArrayList<>());

        run(steps -> {
            Step<?> first = steps.act("first", context -> ended.add("first"));
            Step<?> second = steps.act("second", context -> ended.add("second"), first);
            steps.act("third", context -> ended.add("third"), second, first);
        });

        assertThat(ended).containsExactly("first", "second", "third");
    }

    @Test
    void run_stepReadsEarlierResult_getsIt() {
        String text = runner.run(new UseCase<>("count", AMPLE, steps -> {
            Step<Integer> number = steps.add("number", context -> 41);
            Step<String> next = steps.add("next", context -> "n" + (number.result() + 1), number);
            return receipt -> next.result();
        }));

        assertThat(text).isEqualTo("n42");
    }

    @Test
    void run_noSteps_readsTheResult() {
        assertThat(runner.<String>run(new UseCase<>("nothing", AMPLE, steps -> receipt -> "done")))
                .isEqualTo("done");
    }

    @Test
    void result_stepHasNotEnded_failsAndNamesIt() {
        List<Step<String>> later = new ArrayList<>();

        ServiceFailureException failure = failure(ServiceFailureException.class, steps -> {
            Step<?> early = steps.act("early", context -> later.get(0).result());
            later.add(steps.add("late", context -> "x", early));
        });

        assertThat(failure).hasMessageContaining("step \"late\" has not ended");
    }

    @Test
    void run_stepWithoutResult_failsAtOnce() {
        ServiceFailureException failure =
                failure(ServiceFailureException.class, steps -> steps.add("empty", context -> nothing()));

        assertThat(failure).hasMessageContaining("step \"empty\"").hasMessageContaining("no result");
    }

    @Test
    void add_afterStepOfAnotherUseCase_isRefused() {
        Step<?> foreign = new Steps().act("foreign", context -> {});

        assertThatThrownBy(() -> new Steps().act("mine", context -> {}, foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine");
    }

    private static int meet(CyclicBarrier barrier) {
        try {
            return barrier.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("NullAway") // what a driver not checked for nulls may return
    private static String nothing() {
        return null;
    }
}
