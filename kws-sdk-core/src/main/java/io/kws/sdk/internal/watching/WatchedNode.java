package io.kws.sdk.internal.watching;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.watching.RentalEvent;
import io.kws.sdk.watching.WatchSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One node that is watched. One look at a time. */
final class WatchedNode {
    private final NodeView node;
    private final WatchSpec spec;
    private final List<WatchedKind> kinds;
    private final List<RentalBackend.Alarm> alarms;
    private boolean unreachable;

    WatchedNode(NodeView node, WatchSpec spec, Runnable news) {
        this.node = node;
        this.spec = spec;
        this.kinds = FleetNodes.backends(node).stream()
                .filter(backend -> FleetNodes.asksFor(spec.query(), backend.kind()))
                .map(backend -> new WatchedKind(node, backend, spec))
                .toList();
        this.alarms = kinds.stream().flatMap(kind -> kind.alarm(news).stream()).toList();
    }

    /** Tells whether it is that very node, and not another one of its name. */
    boolean isOf(NodeView other) {
        return node == other;
    }

    /**
     * Closes this, and returns the watch of the node that has the name now, which is looked at at once. What was known
     * stays known: of what the new node has as well, nothing is told. Not during a look.
     */
    WatchedNode replacedBy(NodeView other, Runnable news) {
        close();
        WatchedNode next = new WatchedNode(other, spec, news);
        next.unreachable = unreachable;
        next.kinds.forEach(
                kind -> kinds.stream().filter(kind::isLike).findFirst().ifPresent(kind::takeOver));
        return next;
    }

    Instant next() {
        return kinds.stream().map(WatchedKind::next).min(Instant::compareTo).orElse(Instant.MAX);
    }

    /** Looks at the kinds whose turn it is, and tells what has changed. */
    void look(Duration within, Instant now, Consumer<RentalEvent> listener) {
        List<RentalEvent> events = new ArrayList<>();
        try {
            for (WatchedKind kind : kinds) {
                if (!now.isBefore(kind.next())) {
                    events.addAll(kind.look(within, now));
                }
            }
        } catch (CancelledException e) {
            return; // it is being closed
        }
        tellHowItDoes(listener);
        events.forEach(listener);
    }

    private void tellHowItDoes(Consumer<RentalEvent> listener) {
        Optional<KwsException> failure =
                kinds.stream().flatMap(kind -> kind.failure().stream()).findFirst();
        if (failure.isPresent() && !unreachable) {
            listener.accept(new RentalEvent.NodeUnreachable(node.name(), failure.get()));
        }
        if (failure.isEmpty() && unreachable) {
            listener.accept(new RentalEvent.NodeBack(node.name()));
        }
        unreachable = failure.isPresent();
    }

    void close() {
        alarms.forEach(RentalBackend.Alarm::close);
    }
}
