package io.kws.sdk.fleet;

import io.kws.sdk.errors.KwsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** One sweep over all nodes: looks at all of them side by side, then works on each at its own pace. */
final class Sweeping {
    private final FleetNodes nodes;
    private final Sweep sweep;
    private final SweepGuard guard;
    private final Instant now;

    Sweeping(FleetNodes nodes, Sweep sweep, SweepGuard guard) {
        this.nodes = nodes;
        this.sweep = sweep;
        this.guard = guard;
        this.now = nodes.clock().instant();
    }

    SweepReport run() {
        Everywhere everywhere = nodes.everywhere();
        Everywhere.Answers<NodeSweep> found = everywhere.ask(
                nodes.asked(sweep.query()).stream()
                        .filter(node -> guard.admits(node.name()))
                        .toList(),
                node -> NodeSweep.of(node, sweep, now));
        SweepRun run = new SweepRun(sweep, nodes.settings(), guard, now);
        List<Callable<List<SweepItem>>> work = new ArrayList<>();
        found.good().values().forEach(node -> work.add(() -> node.carryOut(run, everywhere)));
        List<SweepItem> items =
                everywhere.all(work).stream().flatMap(List::stream).toList();
        Map<String, KwsException> unreachable = new TreeMap<>(found.bad());
        found.good().forEach((name, node) -> node.failure().ifPresent(failure -> unreachable.put(name, failure)));
        int examined =
                found.good().values().stream().mapToInt(NodeSweep::examined).sum();
        return new SweepReport(now, examined, items, unreachable);
    }
}
