package io.kws.sdk.internal.watching;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.internal.nodes.RecurringTask;
import io.kws.sdk.watching.RentalEvent;
import io.kws.sdk.watching.WatchSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at each node when it is due, on a thread of the {@code Kws}, and tells its listener of changes one after the
 * other. A round itself never waits for a node.
 */
public final class Watcher implements RecurringTask.Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);
    private static final Duration NEW_NODES = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FleetNodes nodes;
    private final WatchSpec spec;
    private final Map<String, WatchedNode> watched = new TreeMap<>();
    private final Map<String, FutureTask<?>> looks = new TreeMap<>();
    private final ReentrantLock telling = new ReentrantLock();
    private volatile Runnable news = () -> {};
    private volatile boolean closed;

    public Watcher(FleetNodes nodes, WatchSpec spec) {
        this.nodes = nodes;
        this.spec = spec;
    }

    /** Sets what lets a round begin at once. */
    public void onNews(Runnable wake) {
        news = wake;
    }

    @Override
    public Instant run() {
        Instant now = nodes.clock().instant();
        try {
            List<NodeView> there = meant();
            greet(there);
            forget(there.stream().map(NodeView::name).toList());
            due(now).forEach(node -> begin(node, now));
        } catch (RuntimeException e) { // the registry or the threads may be closed already
            LOG.warn("A round of a watch failed", e);
        }
        return next(now.plus(NEW_NODES));
    }

    private List<NodeView> meant() {
        return nodes.all().get().stream()
                .filter(node ->
                        spec.query().nodes().isEmpty() || spec.query().nodes().contains(node.name()))
                .toList();
    }

    private synchronized void greet(List<NodeView> there) {
        for (NodeView node : there) {
            WatchedNode former = watched.get(node.name());
            if (closed || looks.containsKey(node.name())) {
                continue;
            }
            if (former == null) {
                watched.put(node.name(), new WatchedNode(node, spec, this::wake));
            } else if (!former.isOf(node)) {
                watched.put(node.name(), former.replacedBy(node, this::wake));
            }
        }
    }

    private void wake() {
        news.run();
    }

    private void forget(List<String> there) {
        for (String name : removed(there)) {
            tell(new RentalEvent.NodeUnreachable(name, new NotFoundException("it is not in the registry any more")));
        }
    }

    private synchronized List<String> removed(List<String> there) {
        Map<String, WatchedNode> removed = new TreeMap<>(watched);
        removed.keySet().removeAll(there);
        watched.keySet().retainAll(there);
        removed.values().forEach(WatchedNode::close);
        return List.copyOf(removed.keySet());
    }

    private synchronized List<String> due(Instant now) {
        return watched.entrySet().stream()
                .filter(node -> !looks.containsKey(node.getKey()))
                .filter(node -> !now.isBefore(node.getValue().next()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private synchronized Instant next(Instant latest) {
        return watched.entrySet().stream()
                .filter(node -> !looks.containsKey(node.getKey()))
                .map(node -> node.getValue().next())
                .filter(latest::isAfter)
                .min(Instant::compareTo)
                .orElse(latest);
    }

    private void begin(String name, Instant now) {
        FutureTask<?> look = new FutureTask<>(() -> look(name, now), null);
        synchronized (this) {
            if (closed) {
                return;
            }
            looks.put(name, look);
        }
        nodes.fanOut().threads().execute(look);
    }

    private void look(String name, Instant now) {
        try {
            WatchedNode node;
            synchronized (this) {
                node = watched.get(name);
            }
            if (node != null) {
                node.look(nodes.fanOut().perNode(), now, this::tell);
            }
        } finally {
            synchronized (this) {
                looks.remove(name);
            }
            news.run();
        }
    }

    private void tell(RentalEvent event) {
        telling.lock();
        try {
            if (!closed) {
                spec.listener().changed(event);
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("A listener of a watch failed at: {}", event, e);
        } finally {
            telling.unlock();
        }
    }

    @Override
    public void end() {
        List<WatchedNode> all;
        synchronized (this) {
            closed = true;
            all = new ArrayList<>(watched.values());
            watched.clear();
        }
        all.forEach(WatchedNode::close);
        if (!telling.isHeldByCurrentThread()) {
            cancelLooks();
            awaitListener();
        }
    }

    private synchronized void cancelLooks() {
        looks.values().forEach(look -> look.cancel(true));
    }

    private void awaitListener() {
        try {
            if (telling.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                telling.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
