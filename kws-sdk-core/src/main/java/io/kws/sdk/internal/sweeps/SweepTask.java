package io.kws.sdk.internal.sweeps;

import io.kws.sdk.sweeps.SweepOutcome;
import io.kws.sdk.sweeps.SweepTarget;

/** Something that a sweep has to do. */
interface SweepTask {
    SweepTarget target();

    DueAction due();

    /**
     * Does it.
     *
     * @param run the sweep
     * @return what came of it
     * @throws io.kws.sdk.errors.KwsException if it failed
     */
    SweepOutcome carryOut(SweepExecutor run);
}
