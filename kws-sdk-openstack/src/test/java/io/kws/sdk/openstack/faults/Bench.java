package io.kws.sdk.openstack.faults;

import io.kws.sdk.Kws;
import io.kws.sdk.Node;
import io.kws.sdk.faults.FaultBench;
import io.kws.sdk.faults.FaultLab;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import io.kws.sdk.trace.CallListener;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A cloud for one case at a time, and a client of it that no fault has met. */
final class Bench extends FaultBench {
    /** What was rented for a day is over. */
    private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofDays(3));

    /** Long enough for all that is under way in the cloud. */
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private static final int CLOUDS = 8;

    final SandboxNode cloud;
    final Node clean;
    private final Sandbox sandbox = Sandbox.start("kws1");
    final Kws cleanKws;

    Bench() {
        cloud = sandbox.node("kws1");
        cleanKws = connect(Patience.LONG, call -> {});
        clean = cleanKws.node("kws1");
    }

    /** Returns a laboratory with several clouds. */
    static FaultLab<Bench> lab() {
        return new FaultLab<>(CLOUDS, Bench::new);
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

    @Override
    public void close() {
        cleanKws.close();
        sandbox.close();
    }
}
