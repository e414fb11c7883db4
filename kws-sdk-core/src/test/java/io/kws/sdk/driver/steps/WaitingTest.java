package io.kws.sdk.driver.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.operations.PollInterval;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final Waiting EVERY_MS = new Waiting(PollInterval.every(Duration.ofMillis(1)));
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void until_stateIsReached_returnsIt() {
        Integer state = EVERY_MS.until(looks::incrementAndGet, seen -> seen == 3, Object::toString);

        assertThat(state).isEqualTo(3);
        assertThat(looks).hasValue(3);
    }

    @Test
    void until_deadlinePasses_saysWhatWasSeenLast() {
        Deadline deadline = Deadline.after(Duration.ofMillis(20));

        assertThatThrownBy(() -> deadline.during(
                        () -> EVERY_MS.until(() -> "BUILD", seen -> false, seen -> "the server was still " + seen)))
                .isInstanceOf(WaitTimedOutException.class)
                .hasMessage("the time allowed (20 ms) ran out while the server was still BUILD");
    }

    @Test
    void until_nextPauseIsLongerThanTheTimeLeft_looksOnceMoreBeforeTheEnd() {
        PollInterval growing = new PollInterval(Duration.ofMillis(1), 1_000_000, Duration.ofDays(1));

        MoreTime.untilItHolds(allowed -> Deadline.after(allowed).during(() -> {
            looks.set(0);
            assertThatCode(() ->
                            new Waiting(growing).until(looks::incrementAndGet, seen -> seen == 2, Object::toString))
                    .doesNotThrowAnyException();
            return looks;
        }));

        assertThat(looks).hasValue(2);
    }

    @Test
    void until_lookFails_endsTheWait() {
        assertThatThrownBy(() -> EVERY_MS.until(WaitingTest::gone, seen -> false, Object::toString))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void until_laterLookRunsOutOfTime_saysWhatWasSeenBefore() {
        assertThatThrownBy(() -> EVERY_MS.until(
                        () -> {
                            if (looks.incrementAndGet() > 1) {
                                throw new WaitTimedOutException("no time");
                            }
                            return "BUILD";
                        },
                        seen -> false,
                        seen -> "it was still " + seen))
                .isInstanceOf(WaitTimedOutException.class)
                .hasMessageEndingWith("ran out while it was still BUILD");
    }

    @Test
    void until_threadIsInterrupted_isCancelledAndFlagKept() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> EVERY_MS.until(looks::incrementAndGet, seen -> true, Object::toString))
                .isInstanceOf(CancelledException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(looks).hasValue(0);
    }

    @Test
    void pauseAfter_growsWithTheWait_betweenItsLimits() {
        PollInterval pollInterval = new PollInterval(Duration.ofMillis(400), 0.2, Duration.ofSeconds(5));

        assertThat(pollInterval.pauseAfter(Duration.ZERO)).isEqualTo(Duration.ofMillis(400));
        assertThat(pollInterval.pauseAfter(Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(2));
        assertThat(pollInterval.pauseAfter(Duration.ofHours(1))).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void pauseAfter_steadyPace_isAlwaysTheSame() {
        assertThat(PollInterval.every(Duration.ofMillis(7)).pauseAfter(Duration.ofHours(1)))
                .isEqualTo(Duration.ofMillis(7));
    }

    private static String gone() {
        throw new NotFoundException("gone");
    }
}
