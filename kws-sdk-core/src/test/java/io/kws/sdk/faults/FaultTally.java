package io.kws.sdk.faults;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Adds up what all trials of this JVM have found, says it in one line at the end, and lets the build fail if it is not fine. */
public final class FaultTally implements LauncherSessionListener {
    private static final Queue<Findings> ALL = new ConcurrentLinkedQueue<>();

    static void add(Findings findings) {
        ALL.add(findings);
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Findings all = Findings.sum(ALL);
        if (all.cases() > 0) {
            System.out.println("faults: " + all);
        }
        if (!all.isFine()) {
            throw new AssertionError("faults: " + all);
        }
    }
}
