package io.kws.sdk.driver.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.operations.Timeouts;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final Timeouts QUICK = Timeouts.builder()
            .retries(2)
            .firstPause(Duration.ofMillis(1))
            .longestPause(Duration.ofSeconds(1))
            .build();

    private final AtomicInteger attempts = new AtomicInteger();

    private int failUntil(int repetition, RuntimeException failure) {
        attempts.incrementAndGet();
        if (repetition < 2) {
            throw failure;
        }
        return repetition;
    }

    @Test
    void call_failuresPass_returnsTheResult() {
        NodeUnavailableException failure = new NodeUnavailableException("busy");

        assertThat(Retry.of(QUICK).<Integer>call(repetition -> failUntil(repetition, failure)))
                .isEqualTo(2);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void call_tooManyFailures_raisesTheLastOne() {
        NodeUnavailableException failure = new NodeUnavailableException("busy");

        assertThatThrownBy(() -> Retry.of(QUICK).atMost(1).<Integer>call(repetition -> failUntil(repetition, failure)))
                .isSameAs(failure);
        assertThat(attempts).hasValue(2);
    }

    @Test
    void call_failureIsPermanent_isRaisedAtOnce() {
        ConflictException failure = new ConflictException("no");

        assertThatThrownBy(() -> Retry.of(QUICK).<Integer>call(repetition -> failUntil(repetition, failure)))
                .isSameAs(failure);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void call_otherFailuresAreTemporary_areRepeated() {
        ConflictException failure = new ConflictException("no");

        assertThat(Retry.of(QUICK)
                        .on(ConflictException.class)
                        .<Integer>call(repetition -> failUntil(repetition, failure)))
                .isEqualTo(2);
    }

    @Test
    void call_deadlineIsBeforeTheEndOfThePause_isGivenUp() {
        NodeUnavailableException failure = new NodeUnavailableException("busy");
        Retry retry = Retry.of(QUICK).pausing((repetition, last) -> Duration.ofMillis(900));

        assertThatThrownBy(() -> Deadline.after(Duration.ofMillis(500))
                        .during(() -> retry.<Integer>call(repetition -> failUntil(repetition, failure))))
                .isSameAs(failure);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void call_interruptedDuringAPause_isCancelledAndKeepsTheFlag() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() ->
                        Retry.of(QUICK).run(repetition -> failUntil(repetition, new NodeUnavailableException("busy"))))
                .isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
