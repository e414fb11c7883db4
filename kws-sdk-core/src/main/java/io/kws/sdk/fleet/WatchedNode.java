package io.kws.sdk.fleet;

import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.spi.NodeView;
import io.kws.sdk.spi.Rentable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One node that is watched. One look at a time. */
final class WatchedNode {
    private final String name;
    private final List<WatchedKind> kinds;
    private final List<Rentable.Alarm> alarms;
    private boolean unreachable;

    WatchedNode(NodeView node, WatchSpec spec, Runnable news) {
        this.name = node.name();
        this.kinds = FleetNodes.rentables(node).stream()
                .filter(rentable -> spec.query().matches(rentable.kind()))
                .map(rentable -> new WatchedKind(node, rentable, spec))
                .toList();
        this.alarms = kinds.stream().flatMap(kind -> kind.alarm(news).stream()).toList();
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
            listener.accept(new RentalEvent.NodeUnreachable(name, failure.get()));
        }
        if (failure.isEmpty() && unreachable) {
            listener.accept(new RentalEvent.NodeBack(name));
        }
        unreachable = failure.isPresent();
    }

    void close() {
        alarms.forEach(Rentable.Alarm::close);
    }
}
