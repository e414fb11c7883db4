package io.kws.sdk.internal.sweeps;

import io.kws.sdk.driver.steps.Retry;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.internal.nodes.FleetSettings;
import io.kws.sdk.sweeps.Sweep;
import io.kws.sdk.sweeps.SweepAction;
import io.kws.sdk.sweeps.SweepItem;
import io.kws.sdk.sweeps.SweepMode;
import io.kws.sdk.sweeps.SweepOutcome;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what a sweep has to do, and tells of it. Thread-safe. */
final class SweepExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(SweepExecutor.class);

    private final Sweep sweep;
    private final FleetSettings settings;
    private final SweepGuard guard;
    private final Instant now;

    SweepExecutor(Sweep sweep, FleetSettings settings, SweepGuard guard, Instant now) {
        this.sweep = sweep;
        this.settings = settings;
        this.guard = guard;
        this.now = now;
    }

    Sweep sweep() {
        return sweep;
    }

    /** Returns when the sweep began, to the second as tags have it. */
    Instant now() {
        return now.truncatedTo(ChronoUnit.SECONDS);
    }

    SweepItem carryOut(SweepTask task) {
        if (sweep.mode() == SweepMode.DRY_RUN) {
            return told(task, SweepOutcome.PLANNED, task.due().reason());
        }
        try {
            return Retry.of(settings.timeouts())
                    .atMost(sweep.retries())
                    .when(SweepExecutor::mayPass)
                    .call(repetition -> carryOutOnce(task));
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException e) {
            return told(task, SweepOutcome.FAILED, task.due().reason() + "; " + e.getMessage());
        }
    }

    /** A listener or a rule may throw anything. */
    private static boolean mayPass(RuntimeException failure) {
        return !(failure instanceof KwsException known) || known.isRetryable();
    }

    private SweepItem carryOutOnce(SweepTask task) {
        if (!guard.admits(task.target().node())) {
            return told(task, SweepOutcome.OVERTAKEN, task.due().reason() + "; left to the next sweep");
        }
        SweepOutcome outcome = task.carryOut(this);
        return task.due().action() == SweepAction.WARN && outcome == SweepOutcome.DONE
                ? item(task, outcome, task.due().reason())
                : told(task, outcome, task.due().reason());
    }

    /** Tells the listener; what it throws counts. */
    void tell(SweepTask task, SweepOutcome outcome) {
        sweep.listener().swept(item(task, outcome, task.due().reason()));
    }

    private SweepItem told(SweepTask task, SweepOutcome outcome, String reason) {
        SweepItem item = item(task, outcome, reason);
        try {
            sweep.listener().swept(item);
        } catch (RuntimeException e) {
            LOG.warn("A listener of a sweep failed at {}", item, e);
        }
        return item;
    }

    private static SweepItem item(SweepTask task, SweepOutcome outcome, String reason) {
        return new SweepItem(task.target(), task.due().action(), outcome, reason);
    }
}
