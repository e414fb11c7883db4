package io.kws.sdk.sweeps;

/** What came of an action of a sweep. */
public enum SweepOutcome {
    /** It is done. */
    DONE,
    /** It would be done. */
    PLANNED,
    /**
     * It need not be done any more, by this sweep: the rental was extended, protected or ended meanwhile, or another
     * program sweeps. Nor is it done yet where an app's storage has lost its app: that is only noted, for a later sweep.
     */
    OVERTAKEN,
    /** It could not be done; the next sweep tries again. */
    FAILED
}
