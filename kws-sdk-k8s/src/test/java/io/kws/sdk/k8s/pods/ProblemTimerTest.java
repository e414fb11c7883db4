package io.kws.sdk.k8s.pods;

import static org.assertj.core.api.Assertions.assertThat;

import io.kws.sdk.k8s.pods.Problem.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTimerTest {
    private static final Problem MISSING = new Problem(Kind.IMAGE, "p", "x: not found");
    private static final Problem BACK_OFF = new Problem(Kind.IMAGE, "p", "Back-off pulling image \"x\"");

    private final ProblemTimer problems = new ProblemTimer(Duration.ofMinutes(1));

    private static long seconds(long seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private boolean isOverdue(long atSeconds, Problem... now) {
        return problems.overdue(problems.note(List.of(now), seconds(atSeconds)), seconds(atSeconds))
                .isPresent();
    }

    @Test
    void overdue_pullFailsOnceAndThenWorks_neverIs() {
        assertThat(isOverdue(0, MISSING)).isFalse();
        assertThat(isOverdue(5, BACK_OFF)).isFalse();
        assertThat(isOverdue(15)).isFalse();
        assertThat(isOverdue(21, MISSING)).isFalse();
    }

    @Test
    void overdue_imageStaysAway_isAfterAnotherAttemptAndInTellingWords() {
        assertThat(isOverdue(0, MISSING)).isFalse();
        assertThat(isOverdue(19, BACK_OFF)).isFalse();

        List<Problem> noted = problems.note(List.of(BACK_OFF), seconds(20));

        assertThat(problems.overdue(noted, seconds(20))).contains(MISSING);
    }

    @Test
    void overdue_registryDoesNotAnswer_isGivenMoreTime() {
        Problem slow = new Problem(Kind.IMAGE, "p", "dial tcp: i/o timeout");

        assertThat(isOverdue(0, slow)).isFalse();
        assertThat(isOverdue(59, slow)).isFalse();
        assertThat(isOverdue(60, slow)).isTrue();
    }

    @Test
    void overdue_crashLoop_isAtOnce() {
        assertThat(isOverdue(0, new Problem(Kind.CRASH, "p", "exit code 1"))).isTrue();
    }

    @Test
    void overdue_failingHealthCheck_neverIs() {
        assertThat(isOverdue(0, new Problem(Kind.HEALTH, "p", ""))).isFalse();
        assertThat(isOverdue(100_000, new Problem(Kind.HEALTH, "p", ""))).isFalse();
    }

    @Test
    void next_severalProblems_isThatOfTheFirst() {
        List<Problem> noted = problems.note(List.of(MISSING, new Problem(Kind.ROOM, "p", "no")), 0);

        assertThat(problems.next(noted, seconds(4))).isEqualTo(Duration.ofSeconds(6));
    }
}
