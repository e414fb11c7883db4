package io.kws.sdk.openstack.faults;

import io.kws.sdk.operations.Pace;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.sandbox.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What can happen to a call.
 *
 * @param name says what
 * @param effect lets it happen, given how long an attempt of the call may take
 */
record Mishap(String name, BiFunction<Fault, Duration, Fault> effect) {
    /** How long an attempt may take if nothing but the answer is wrong. */
    static final Duration PATIENT = Duration.ofSeconds(10);

    private static final List<Duration> IMPATIENT = List.of(Duration.ofMillis(250), Duration.ofMillis(2500));
    private static final String NOT_FOUND = "answer 404";
    private static final String NO_ANSWER = "no answer";
    private static final String SLOW = "slow body";

    /** Returns all that can happen where a service refuses with these statuses. */
    static List<Mishap> all(List<Integer> refusals) {
        List<Mishap> all = new ArrayList<>();
        refusals.forEach(status -> all.add(new Mishap("answer " + status, (fault, attempt) -> fault.answer(status))));
        all.add(new Mishap(
                "429 with Retry-After", (fault, attempt) -> fault.answer(429).header("Retry-After", "0")));
        all.add(new Mishap(
                "503 page", (fault, attempt) -> fault.answer(503, "<html><h1>Busy</h1></html>", "text/html")));
        all.add(new Mishap("page instead of JSON", (fault, attempt) -> fault.html()));
        all.add(new Mishap("malformed JSON", (fault, attempt) -> fault.malformedJson()));
        all.add(new Mishap("reset before", (fault, attempt) -> fault.resetBefore()));
        all.add(new Mishap("reset after", (fault, attempt) -> fault.resetAfter()));
        all.add(new Mishap(NO_ANSWER, (fault, attempt) -> fault.hang()));
        all.add(new Mishap(
                SLOW, (fault, attempt) -> fault.slowBody(attempt.multipliedBy(5).dividedBy(2))));
        return all;
    }

    boolean isNotFound() {
        return name.equals(NOT_FOUND);
    }

    /**
     * Returns how long attempts may take so that it shows, short where it is one of time. What goes wrong then may do so
     * for want of time: it counts only if it does with the next time, too.
     */
    List<Duration> attempts() {
        return name.equals(NO_ANSWER) || name.equals(SLOW) ? IMPATIENT : List.of(PATIENT);
    }

    static Timeouts timeouts(Duration attempt) {
        return Timeouts.builder()
                .attempt(attempt)
                .standstill(attempt)
                .retries(2)
                .firstPause(Duration.ofMillis(1))
                .longestPause(Duration.ofSeconds(1))
                .pace(Pace.every(Duration.ofMillis(2)))
                .rollback(Duration.ofSeconds(20))
                .build();
    }

    Fault to(CallKind call, Duration attempt) {
        return effect.apply(call.fault(), attempt);
    }
}
