package io.kws.sdk.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What can happen to a call, for tests that try all of it. Immutable.
 *
 * @param name says what
 * @param effect lets it happen, given how long an attempt of the call may take
 */
public record Mishap(String name, BiFunction<Fault, Duration, Fault> effect) {
    private static final String NO_ANSWER = "no answer";
    private static final String SLOW = "slow body";

    /**
     * Returns all that can happen.
     *
     * @param refusals the statuses that the service refuses with
     * @return each mishap once
     */
    public static List<Mishap> all(List<Integer> refusals) {
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

    /** {@return whether the service says that something is not there} */
    public boolean isNotFound() {
        return name.equals("answer 404");
    }

    /** {@return whether it shows only once an attempt has taken all its time} */
    public boolean isOfTime() {
        return name.equals(NO_ANSWER) || name.equals(SLOW);
    }

    /**
     * Lets it happen.
     *
     * @param calls to which calls
     * @param attempt how long an attempt of them may take
     * @return the fault to inject
     */
    public Fault to(Fault calls, Duration attempt) {
        return effect.apply(calls, attempt);
    }
}
