package io.kws.sdk.fleet;

import io.kws.sdk.spi.Rentable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Takes away what is left of a rental that is no more.
 *
 * @param node the node's name
 * @param rentable takes it away
 * @param parts what is left
 */
record OrphanTask(String node, Rentable rentable, List<Rentable.Part> parts) implements SweepTask {
    @Override
    public SweepTarget target() {
        return new SweepTarget(node, rentable.kind(), parts.get(0).rental().value(), "");
    }

    @Override
    public Due due() {
        String left = parts.stream().map(part -> part.kind().label()).collect(Collectors.joining(", "));
        return new Due(SweepAction.DELETE_ORPHAN, "left of a rental that is no more: " + left);
    }

    @Override
    public SweepOutcome carryOut(SweepRun run) {
        return rentable.endRest(parts.get(0).rental()).entries().isEmpty() ? SweepOutcome.OVERTAKEN : SweepOutcome.DONE;
    }
}
