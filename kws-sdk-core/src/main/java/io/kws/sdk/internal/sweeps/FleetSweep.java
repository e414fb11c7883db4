package io.kws.sdk.internal.sweeps;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.NodeFanOut;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepItem;
import io.kws.sdk.sweeps.SweepReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** One sweep over all nodes: looks at all of them side by side, then works on each at its own pace. */
public final class FleetSweep {
    private final FleetNodes nodes;
    private final Sweep sweep;
    private final SweepGuard guard;
    private final Instant now;

    public FleetSweep(FleetNodes nodes, Sweep sweep, SweepGuard guard) {
        this.nodes = nodes;
        this.sweep = sweep;
        this.guard = guard;
        this.now = nodes.clock().instant();
    }

    public SweepReport run() {
        NodeFanOut fanOut = nodes.fanOut();
        NodeFanOut.Answers<NodeSweep> found = fanOut.ask(
                nodes.asked(sweep.query()).stream()
                        .filter(node -> guard.admits(node.name()))
                        .toList(),
                node -> NodeSweep.of(node, sweep, now));
        SweepExecutor run = new SweepExecutor(sweep, nodes.settings(), guard, now);
        List<Callable<List<SweepItem>>> work = new ArrayList<>();
        found.good().values().forEach(node -> work.add(() -> node.carryOut(run, fanOut)));
        List<SweepItem> items = fanOut.all(work).stream().flatMap(List::stream).toList();
        Map<String, KwsException> unreachable = new TreeMap<>(found.bad());
        found.good().forEach((name, node) -> node.failure().ifPresent(failure -> unreachable.put(name, failure)));
        int examined =
                found.good().values().stream().mapToInt(NodeSweep::examined).sum();
        return new SweepReport(now, examined, items, unreachable);
    }
}
