package io.kws.sdk.openstack.faults;

import io.kws.sdk.Kws;
import io.kws.sdk.faults.FaultBench;
import io.kws.sdk.openstack.SandboxNodes;
import io.kws.sdk.sandbox.Leftover;
import io.kws.sdk.sandbox.Sandbox;
import io.kws.sdk.sandbox.SandboxNode;
import java.time.Duration;
import java.util.List;

/** Two nodes for one case at a time, the first of which fails, and a client of them that no fault has met. */
final class TwoNodes extends FaultBench {
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    private final Sandbox sandbox = Sandbox.start("kws1", "kws2");
    final SandboxNode first = sandbox.node("kws1");
    final SandboxNode second = sandbox.node("kws2");
    final Kws clean = connect(Patience.LONG);

    /** Returns a client that has to log in first. */
    Kws connect(Duration attempt) {
        return SandboxNodes.connect(sandbox, Kws.builder().timeouts(Patience.timeouts(attempt)));
    }

    List<SandboxNode> nodes() {
        return List.of(first, second);
    }

    /** Returns what is there once what is under way has ended. */
    static List<Leftover> leftovers(SandboxNode node) {
        node.runAhead(A_MOMENT);
        return node.leftovers();
    }

    @Override
    public void close() {
        clean.close();
        sandbox.close();
    }
}
