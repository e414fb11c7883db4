package io.kws.sdk.internal.sweeps;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.OrphanFinder;
import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.NodeFanOut;
import io.kws.sdk.internal.nodes.RentalReader;
import io.kws.sdk.internal.nodes.TaggedRental;
import io.kws.sdk.rentals.RentalId;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepAction;
import io.kws.sdk.sweeps.SweepItem;
import io.kws.sdk.sweeps.SweepOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a sweep has to do on one node. One kind that cannot be looked at does not keep the others from being swept. */
final class NodeSweep {
    private final NodeView node;
    private final Sweep sweep;
    private final Instant now;
    private final List<SweepTask> tasks = new ArrayList<>();
    private final List<SweepItem> undecided = new ArrayList<>();
    private int examined;
    private @Nullable KwsException failure;

    private NodeSweep(NodeView node, Sweep sweep, Instant now) {
        this.node = node;
        this.sweep = sweep;
        this.now = now;
    }

    /** Looks at a node. */
    static NodeSweep of(NodeView node, Sweep sweep, Instant now) {
        NodeSweep of = new NodeSweep(node, sweep, now);
        for (RentalBackend backend : FleetNodes.backends(node)) {
            if (FleetNodes.asksFor(sweep.query(), backend.kind())) {
                of.trying(() -> of.lookAt(backend));
            }
        }
        for (OrphanFinder others : FleetNodes.orphanFinders(node)) {
            if (FleetNodes.asksFor(sweep.query(), others.kind())) {
                of.trying(() -> of.planOrphans(others, List.of()));
            }
        }
        return of;
    }

    int examined() {
        return examined;
    }

    Optional<KwsException> failure() {
        return Optional.ofNullable(failure);
    }

    private void lookAt(RentalBackend backend) {
        List<TaggedRental> things = RentalReader.things(node, backend);
        List<TaggedRental> meant =
                things.stream().filter(sweep.query()::matches).toList();
        examined += meant.size();
        meant.forEach(thing -> plan(backend, thing));
        planOrphans(backend, things);
    }

    private void trying(Runnable look) {
        try {
            look.run();
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            if (failure == null) {
                failure = e;
            } else {
                failure.addSuppressed(e);
            }
        }
    }

    /** A rule may throw anything; so does the arithmetic of absurd times. */
    private void plan(RentalBackend backend, TaggedRental thing) {
        try {
            DueAction.of(thing, sweep, now).ifPresent(due -> tasks.add(new RentalTask(backend, thing, due)));
        } catch (RuntimeException e) {
            undecided.add(new SweepItem(
                    RentalTask.target(thing),
                    SweepAction.REPORT,
                    SweepOutcome.FAILED,
                    "what is due is not known: " + e));
        }
    }

    private void planOrphans(OrphanFinder finder, List<TaggedRental> things) {
        if (sweep.orphansOlderThan().compareTo(Sweep.NEVER) >= 0) {
            return;
        }
        Set<String> living = things.stream().map(thing -> thing.rentalId()).collect(Collectors.toSet());
        Instant oldEnough = now.minus(sweep.orphansOlderThan());
        Map<RentalId, List<OrphanFinder.Orphan>> orphans = orphans(finder, living).stream()
                .collect(Collectors.groupingBy(OrphanFinder.Orphan::rental, LinkedHashMap::new, Collectors.toList()));
        orphans.values().stream()
                .filter(parts -> parts.stream().allMatch(part -> part.created().isBefore(oldEnough)))
                .forEach(parts -> tasks.add(new OrphanTask(node.name(), finder, parts, oldEnough)));
    }

    private static List<OrphanFinder.Orphan> orphans(OrphanFinder finder, Set<String> living) {
        try {
            return finder.orphans(living);
        } catch (CapabilityMissingException e) {
            return List.of();
        }
    }

    /** Does all that is due, some of it side by side. */
    List<SweepItem> carryOut(SweepExecutor run, NodeFanOut fanOut) {
        Queue<SweepTask> waiting = new ConcurrentLinkedQueue<>(tasks);
        Callable<List<SweepItem>> worker = () -> {
            List<SweepItem> items = new ArrayList<>();
            for (SweepTask next = waiting.poll(); next != null; next = waiting.poll()) {
                items.add(run.carryOut(next));
            }
            return items;
        };
        int workers = Math.min(sweep.atOncePerNode(), tasks.size());
        List<SweepItem> items = new ArrayList<>(undecided);
        fanOut.all(Collections.nCopies(workers, worker)).forEach(items::addAll);
        return items;
    }
}
