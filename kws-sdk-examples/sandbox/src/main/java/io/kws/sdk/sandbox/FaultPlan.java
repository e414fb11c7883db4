package io.kws.sdk.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults injected into a node, and how often each has struck. Thread-safe. */
final class FaultPlan {
    private final List<Pending> pending = new ArrayList<>();
    private Object round = new Object();

    synchronized void add(Fault fault) {
        pending.add(new Pending(fault));
    }

    synchronized void clear() {
        pending.clear();
        round = new Object();
        notifyAll();
    }

    /** Returns the first fault that strikes a request; the others do not see it. */
    synchronized Optional<Fault> strike(String method, String path) {
        for (Pending each : pending) {
            if (each.fault.concerns(method, path) && each.strikes()) {
                return Optional.of(each.fault);
            }
        }
        return Optional.empty();
    }

    /** Waits until the faults are cleared. */
    synchronized void hang() throws InterruptedException {
        Object mine = round;
        while (mine == round) {
            wait();
        }
    }

    private static final class Pending {
        private final Fault fault;
        private int seen;

        Pending(Fault fault) {
            this.fault = fault;
        }

        boolean strikes() {
            int before = seen;
            if (before - fault.skip() >= fault.times()) {
                return false;
            }
            seen++;
            return before >= fault.skip();
        }
    }
}
