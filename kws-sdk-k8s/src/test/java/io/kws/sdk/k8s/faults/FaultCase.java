package io.kws.sdk.k8s.faults;

import io.kws.sdk.sandbox.Fault;
import io.kws.sdk.sandbox.Mishap;
import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * One fault of one kind of call.
 *
 * @param name says which
 * @param mishap what happens
 * @param fault lets it happen
 */
record FaultCase(String name, Mishap mishap, Fault fault) {
    private static final List<Integer> REFUSALS = List.of(400, 401, 403, 404, 409, 410, 422, 500, 502, 503, 504);

    /** One of each kind of refusal; those that make something are tried with all. */
    private static final List<Integer> FEW = List.of(403, 404, 409, 500, 503);

    /** Returns how long attempts of calls may take. */
    List<Duration> attempts() {
        return List.of(Bench.SHORT_ATTEMPT);
    }

    /** Returns all that can happen to calls, each once. */
    static List<FaultCase> once(List<CallKind> calls) {
        return of(calls, REFUSALS, (call, mishap) -> false);
    }

    /** Returns all that can happen to calls, each always. */
    static List<FaultCase> always(List<CallKind> calls) {
        return once(calls).stream()
                .map(once -> new FaultCase(once.name + " always", once.mishap, once.fault.always()))
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
        return new FaultCase(call + ": " + mishap.name(), mishap, mishap.to(call.fault(), Bench.SHORT_ATTEMPT));
    }
}
