package io.kws.sdk.fleet;

/** Something that a sweep has to do. */
interface SweepTask {
    SweepTarget target();

    Due due();

    /**
     * Does it.
     *
     * @param run the sweep
     * @return what came of it
     * @throws io.kws.sdk.errors.KwsException if it failed
     */
    SweepOutcome carryOut(SweepRun run);
}
