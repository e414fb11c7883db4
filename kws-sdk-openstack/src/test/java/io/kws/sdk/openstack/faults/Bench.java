package io.kws.sdk.openstack.faults;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.trace.CallListener;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cloud for one case at a time, a client of it that no fault has met, and what is wrong with the case. */
final class Bench implements AutoCloseable {
    /** What was rented for a day is over. */
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofDays(3));

    /** Long enough for all that is under way in the cloud. */
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    final SandboxNode cloud;
    final Node clean;
    private final Sandbox sandbox = Sandbox.start("kws1");
    final Kws cleanKws;
    private final List<String> problems = new ArrayList<>();
    private final Optional<Eavesdropper> eavesdropper;
    private int leaks;
    private int untyped;

    Bench() {
        this(Optional.empty());
    }

    Bench(Eavesdropper eavesdropper) {
        this(Optional.of(eavesdropper));
    }

    private Bench(Optional<Eavesdropper> eavesdropper) {
        this.eavesdropper = eavesdropper;
        cloud = sandbox.node("kws1");
        cleanKws = connect(Patience.LONG, call -> {});
        clean = cleanKws.node("kws1");
    }

    /** Returns a client that has to log in first. */
    Kws connect(Duration attempt, CallListener listener) {
        return SandboxNodes.connect(
                sandbox,
                Kws.builder()
                        .timeouts(Patience.timeouts(attempt))
                        .onCall(listener)
                        .clock(LATER));
    }

    List<CallKind> callKinds() {
        return cloud.calls().stream().map(CallKind::of).distinct().toList();
    }

    /**
     * Returns what is there in the end. Who is told that what he deletes is not there any more believes it, and is right a
     * moment later.
     */
    List<Leftover> leftovers() {
        cloud.runAhead(A_MOMENT);
        return cloud.leftovers();
    }

    /** Shows an error to whom looks for secrets. */
    void failed(KwsException failure) {
        eavesdropper.ifPresent(listener -> {
            listener.hear(failure);
            listener.hear(failure.receipt().toString());
        });
    }

    void leak(String what) {
        leaks++;
        problem(what);
    }

    void untyped(String title, RuntimeException failure) {
        untyped++;
        problem(title + ": untyped " + failure);
    }

    void problem(String what) {
        problems.add(what);
    }

    List<String> problems() {
        return List.copyOf(problems);
    }

    int leaks() {
        return leaks;
    }

    int untyped() {
        return untyped;
    }

    void forgetProblems() {
        problems.clear();
        leaks = 0;
        untyped = 0;
    }

    @Override
    public void close() {
        cleanKws.close();
        sandbox.close();
    }
}
