package io.kws.sdk.internal.sweeps;

import io.kws.sdk.driver.OrphanFinder;
import io.kws.sdk.sweeps.SweepAction;
import io.kws.sdk.sweeps.SweepOutcome;
import io.kws.sdk.sweeps.SweepTarget;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes away what is left of a rental that is no more.
 *
 * @param node the node's name
 * @param finder takes it away
 * @param parts what is left
 * @param before before when all of it was made
 */
record OrphanTask(String node, OrphanFinder finder, List<OrphanFinder.Orphan> parts, Instant before)
        implements SweepTask {
    @Override
    public SweepTarget target() {
        String rental = parts.get(0).rental().value();
        return new SweepTarget(node, finder.kind(), "", rental, rental, "");
    }

    @Override
    public DueAction due() {
        String left = parts.stream().map(part -> part.kind().label()).collect(Collectors.joining(", "));
        return new DueAction(SweepAction.DELETE_ORPHAN, "left of a rental that is no more: " + left);
    }

    @Override
    public SweepOutcome carryOut(SweepExecutor run) {
        return finder.endOrphans(parts.get(0).rental(), before).entries().isEmpty()
                ? SweepOutcome.OVERTAKEN
                : SweepOutcome.DONE;
    }
}
