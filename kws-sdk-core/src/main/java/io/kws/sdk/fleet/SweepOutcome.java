package io.kws.sdk.fleet;

/** What came of an action of a sweep. */
public enum SweepOutcome {
    /** It is done. */
    DONE,
    /** It would be done. */
    PLANNED,
    /** It need not be done any more, by this sweep: the rental was extended, protected or ended meanwhile, or another program sweeps. */
    OVERTAKEN,
    /** It could not be done; the next sweep tries again. */
    FAILED
}
