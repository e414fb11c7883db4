package io.kws.sdk.fleet;

import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.rentals.RentalTags;
import io.kws.sdk.spi.NodeView;
import io.kws.sdk.spi.Rentable;
import java.time.temporal.ChronoUnit;

/**
 * Does what is due about something rented.
 *
 * @param place where it is
 * @param thing what
 * @param due what is due
 */
record ThingTask(Place place, RentedThing thing, Due due) implements SweepTask {
    /**
     * Where something rented is.
     *
     * @param node the node
     * @param rentable its kind there
     */
    record Place(NodeView node, Rentable rentable) {}

    @Override
    public SweepTarget target() {
        return new SweepTarget(thing.node(), thing.kind(), thing.name(), thing.owner());
    }

    @Override
    public SweepOutcome carryOut(SweepRun run) {
        try {
            return run.isFresh() || isStillDue(run) ? carryOut(place.rentable(), run) : SweepOutcome.OVERTAKEN;
        } catch (NotFoundException e) {
            return SweepOutcome.OVERTAKEN;
        }
    }

    /** It may have been extended, protected or ended since it was looked at. */
    private boolean isStillDue(SweepRun run) {
        RentedThing today =
                new RentedThing(thing.node(), thing.kind(), place.rentable().get(thing.id()));
        return Due.of(today, run.sweep(), run.now())
                .filter(still -> still.action() == due.action())
                .isPresent();
    }

    private SweepOutcome carryOut(Rentable rentable, SweepRun run) {
        switch (due.action()) {
            case WARN -> {
                run.tell(this, SweepOutcome.DONE);
                rentable.tag(thing.id(), RentalTags.warned(thing.end().orElseThrow()));
            }
            case STOP -> {
                rentable.stop(thing.id());
                rentable.tag(thing.id(), RentalTags.stopped(run.now().truncatedTo(ChronoUnit.SECONDS)));
            }
            case DELETE -> {
                if (rentable.end(thing.id()).entries().isEmpty()) {
                    return SweepOutcome.OVERTAKEN;
                }
            }
            case DELETE_ORPHAN, REPORT -> {
                return SweepOutcome.DONE;
            }
        }
        return SweepOutcome.DONE;
    }
}
