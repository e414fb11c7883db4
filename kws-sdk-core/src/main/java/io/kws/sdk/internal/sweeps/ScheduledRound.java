package io.kws.sdk.internal.sweeps;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.internal.cron.Cron;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.NodeFanOut;
import io.kws.sdk.sweeps.SweepLock;
import io.kws.sdk.sweeps.SweepReport;
import io.kws.sdk.sweeps.SweepSchedule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sweeps the nodes whose turn it is, each under its lock. One round at a time; knows nothing of threads and sleep. */
public final class ScheduledRound {
    private static final Logger LOG = LoggerFactory.getLogger(ScheduledRound.class);

    private final FleetNodes nodes;
    private final SweepSchedule schedule;
    private final SweepLock lock;
    private final BooleanSupplier isStopped;
    private final Map<String, Instant> sweptByUs = new ConcurrentHashMap<>();
    private final Instant started;
    private Set<String> silent = Set.of();

    public ScheduledRound(FleetNodes nodes, SweepSchedule schedule, BooleanSupplier isStopped) {
        this.nodes = nodes;
        this.schedule = schedule;
        this.lock = schedule.lock().orElseGet(() -> new NodeLocks(nodes, schedule));
        this.isStopped = isStopped;
        this.started = nodes.now();
    }

    /**
     * What came of a round.
     *
     * @param report of the nodes swept, and of those that did not say whose turn it is; empty if there was nothing to do
     * @param isUnfinished whether the turn of some node is still to come, as another program has it, or it did not answer
     */
    public record Result(Optional<SweepReport> report, boolean isUnfinished) {}

    /** What is known of a node before its sweep. */
    private enum Turn {
        DONE,
        OTHERS,
        OURS
    }

    /** Sweeps what has not been swept since the last time of the schedule. */
    public Result run() {
        Instant due = lastTime();
        Map<String, SweepLock.Held> held = new ConcurrentHashMap<>();
        try {
            NodeFanOut.Answers<Turn> turns = nodes.fanOut().ask(meant(), node -> turn(node.name(), due, held));
            return sweep(held, turns);
        } finally {
            boolean isInterrupted = Thread.interrupted(); // else no lock could be given back
            held.forEach((node, lock) -> quietly(node, lock::close));
            if (isInterrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Instant lastTime() {
        return Cron.parse(schedule.cron(), schedule.zone()).upTo(nodes.clock().instant());
    }

    private List<NodeView> meant() {
        return nodes.asked(schedule.sweep().query());
    }

    private Turn turn(String node, Instant due, Map<String, SweepLock.Held> held) {
        if (!sweptByUs.getOrDefault(node, Instant.MIN).isBefore(due)) {
            return Turn.DONE;
        }
        Optional<SweepLock.Held> taken = lock.tryTake(node);
        if (taken.isEmpty()) {
            return Turn.OTHERS;
        }
        boolean isOurs = false;
        try {
            isOurs = lastRun(node, taken.get()).isBefore(due);
        } finally {
            if (isOurs) {
                held.put(node, taken.get());
            } else {
                quietly(node, taken.get()::close);
            }
        }
        return isOurs ? Turn.OURS : done(node, due);
    }

    private Turn done(String node, Instant due) {
        sweptByUs.put(node, due);
        return Turn.DONE;
    }

    /** A node that nobody has swept yet has missed nothing so far. */
    private Instant lastRun(String node, SweepLock.Held lock) {
        return lock.lastRun().or(() -> Optional.ofNullable(sweptByUs.get(node))).orElseGet(() -> {
            sweptByUs.put(node, started);
            quietly(node, () -> lock.swept(started));
            return started;
        });
    }

    private Result sweep(Map<String, SweepLock.Held> held, NodeFanOut.Answers<Turn> turns) {
        boolean isUnfinished = !turns.bad().isEmpty() || turns.good().containsValue(Turn.OTHERS);
        if (held.isEmpty()) {
            return new Result(silence(turns.bad()), isUnfinished);
        }
        SweepGuard guard = node -> Optional.ofNullable(held.get(node))
                .filter(had -> !isStopped.getAsBoolean() && had.renew())
                .isPresent();
        SweepReport report = new FleetSweep(nodes, schedule.sweep(), guard).run();
        Map<String, SweepLock.Held> swept = new TreeMap<>(held);
        swept.keySet().removeIf(node -> report.unreachable().containsKey(node) || !guard.admits(node));
        swept.forEach((node, had) -> {
            sweptByUs.put(node, report.at());
            quietly(node, () -> had.swept(report.at()));
        });
        silent = turns.bad().keySet();
        return new Result(
                Optional.of(withUnreachable(report, turns.bad())), isUnfinished || swept.size() < held.size());
    }

    private static SweepReport withUnreachable(SweepReport report, Map<String, KwsException> more) {
        Map<String, KwsException> all = new TreeMap<>(report.unreachable());
        all.putAll(more);
        return new SweepReport(report.at(), report.examined(), report.items(), all);
    }

    /** Tells of nodes that do not answer once, not each time they are asked again. */
    private Optional<SweepReport> silence(Map<String, KwsException> failures) {
        boolean isNews = !silent.containsAll(failures.keySet());
        silent = failures.keySet();
        return isNews ? Optional.of(new SweepReport(nodes.now(), 0, List.of(), failures)) : Optional.empty();
    }

    private static void quietly(String node, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) { // a lock may throw anything
            LOG.warn("Could not end the sweep of {} in its lock", node, e);
        }
    }
}
