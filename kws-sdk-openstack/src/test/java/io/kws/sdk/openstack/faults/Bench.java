package io.kws.sdk.openstack.faults;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.trace.CallListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A cloud for one case at a time, a client of it that no fault has met, and what is wrong with the case. */
final class Bench implements AutoCloseable {
    /** Long enough for all that is under way in the cloud. */
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    final SandboxNode cloud;
    final Node clean;
    private final Sandbox sandbox = Sandbox.start("kws1");
    private final Kws cleanKws;
    private final List<String> problems = new ArrayList<>();
    private int leaks;
    private int untyped;

    Bench() {
        cloud = sandbox.node("kws1");
        cleanKws = connect(Patience.LONG, call -> {});
        clean = cleanKws.node("kws1");
    }

    /** Returns a client that has to log in first. */
    Kws connect(Duration attempt, CallListener listener) {
        return SandboxNodes.connect(
                sandbox, Kws.builder().timeouts(Patience.timeouts(attempt)).onCall(listener));
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
