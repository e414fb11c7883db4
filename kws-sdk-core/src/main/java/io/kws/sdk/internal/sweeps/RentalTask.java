package io.kws.sdk.internal.sweeps;

import io.kws.sdk.driver.RentalBackend;
import io.kws.sdk.driver.RentalTags;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.internal.nodes.TaggedRental;
import io.kws.sdk.rentals.RentedThing;
import io.kws.sdk.sweeps.SweepOutcome;
import io.kws.sdk.sweeps.SweepTarget;
import java.util.Optional;

/**
 * Does what is due about something rented.
 *
 * @param backend its kind on its node
 * @param thing what
 * @param due what is due
 */
record RentalTask(RentalBackend backend, TaggedRental thing, DueAction due) implements SweepTask {
    @Override
    public SweepTarget target() {
        return target(thing);
    }

    static SweepTarget target(RentedThing thing) {
        return new SweepTarget(thing.node(), thing.kind(), thing.id(), thing.name(), thing.rentalId(), thing.owner());
    }

    @Override
    public SweepOutcome carryOut(SweepExecutor run) {
        Optional<TaggedRental> today = lookAgain();
        // It may have been extended, protected or ended since it was looked at.
        boolean isStillDue = today.flatMap(now -> DueAction.of(now, run.sweep(), run.now()))
                .filter(still -> still.action() == due.action())
                .isPresent();
        return isStillDue ? carryOut(today.orElseThrow(), run) : SweepOutcome.OVERTAKEN;
    }

    private Optional<TaggedRental> lookAgain() {
        try {
            return Optional.of(new TaggedRental(thing.node(), thing.kind(), backend.get(thing.id())));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    private SweepOutcome carryOut(TaggedRental today, SweepExecutor run) {
        return switch (due.action()) {
            case WARN -> warn(today, run);
            case STOP -> stop(run);
            case DELETE -> backend.end(thing.id()).entries().isEmpty() ? SweepOutcome.OVERTAKEN : SweepOutcome.DONE;
            case DELETE_ORPHAN, REPORT -> SweepOutcome.DONE;
        };
    }

    /** Noted first, so that nobody is told twice; and forgotten where nobody could be told. */
    private SweepOutcome warn(TaggedRental today, SweepExecutor run) {
        backend.tag(thing.id(), RentalTags.warned(today.end().orElseThrow()));
        try {
            run.tell(this, SweepOutcome.DONE);
        } catch (RuntimeException e) {
            backend.tag(thing.id(), RentalTags.notWarned());
            throw e;
        }
        return SweepOutcome.DONE;
    }

    private SweepOutcome stop(SweepExecutor run) {
        backend.stop(thing.id());
        backend.tag(thing.id(), RentalTags.stopped(run.now()));
        return SweepOutcome.DONE;
    }
}
