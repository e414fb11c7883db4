package io.kws.sdk.internal.sweeps;

import io.kws.sdk.driver.NodeView;
import io.kws.sdk.driver.SharedNote;
import io.kws.sdk.internal.nodes.FleetNodes;
import io.kws.sdk.sweeps.SweepLock;
import io.kws.sdk.sweeps.SweepSchedule;
import java.util.Optional;

/**
 * The locks that nodes keep themselves. A node that can keep none is had by everybody: sweeping it twice at once does no
 * more than once.
 *
 * @param nodes the nodes
 * @param schedule says how long locks last
 */
record NodeLocks(FleetNodes nodes, SweepSchedule schedule) implements SweepLock {
    private static final Held FREE = new Held() {
        @Override
        public boolean renew() {
            return true;
        }

        @Override
        public void close() {}
    };

    @Override
    public Optional<Held> tryTake(String node) {
        NodeView view = nodes.get(node);
        Optional<SharedNote> note = view.capabilities(SharedNote.class).stream().findFirst();
        return note.isEmpty()
                ? Optional.of(FREE)
                : NodeLease.tryTake(new NodeLease.Terms(note.get(), nodes.clock(), schedule.leaseTerm()));
    }
}
