package io.kws.sdk.k8s.faults;

import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Mishap;
import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;

/**
 * One fault of one kind of call.
 *
 * @param name says which
 * @param call to which calls
 * @param mishap what happens
 * @param often says how often
 * @param attempt how long an attempt of a call may take where faults are of time
 */
record FaultCase(String name, CallKind call, Mishap mishap, UnaryOperator<Fault> often, Duration attempt) {
    private static final List<Integer> REFUSALS = List.of(400, 401, 403, 404, 409, 410, 422, 500, 502, 503, 504);

    /** One of each kind of refusal; those that make something are tried with all. */
    private static final List<Integer> FEW = List.of(403, 404, 409, 500, 503);

    /**
     * Returns how long attempts of calls may take. What goes wrong in a short time may do so for want of time: it counts
     * only if it does in a longer one, too.
     */
    List<Duration> attempts() {
        return List.of(Bench.SHORT_ATTEMPT, Bench.SHORT_ATTEMPT.multipliedBy(10));
    }

    /** Returns the same, given that long for an attempt. */
    FaultCase within(Duration other) {
        return new FaultCase(name, call, mishap, often, other);
    }

    /** Returns how long a use case may wait for what never comes: long enough for some attempts. */
    Duration timeAllowed() {
        return attempt.multipliedBy(6);
    }

    Fault fault() {
        return often.apply(mishap.to(call.fault(), attempt));
    }

    /** Returns all that can happen to calls, each once. */
    static List<FaultCase> once(List<CallKind> calls) {
        return of(calls, REFUSALS, (call, mishap) -> false);
    }

    /** Returns all that can happen to calls, each always. */
    static List<FaultCase> always(List<CallKind> calls) {
        return once(calls).stream()
                .map(once -> new FaultCase(once.name + " always", once.call, once.mishap, Fault::always, once.attempt))
                .toList();
    }

    /** Returns one of each kind of what can happen to calls, each once. */
    static List<FaultCase> some(List<CallKind> calls) {
        return of(calls, FEW, (call, mishap) -> false);
    }

    /** Returns the same, but that the cluster says that what is there is gone. */
    static List<FaultCase> someTrue(List<CallKind> calls) {
        return of(calls, FEW, CallKind::saysGone);
    }

    private static List<FaultCase> of(List<CallKind> calls, List<Integer> refusals, BiPredicate<CallKind, Mishap> but) {
        return calls.stream()
                .flatMap(call -> Mishap.all(refusals).stream()
                        .filter(mishap -> !but.test(call, mishap))
                        .map(mishap -> of(call, mishap)))
                .toList();
    }

    private static FaultCase of(CallKind call, Mishap mishap) {
        return new FaultCase(call + ": " + mishap.name(), call, mishap, UnaryOperator.identity(), Bench.SHORT_ATTEMPT);
    }
}
