package io.kws.sdk.sweeps;

/** What a sweep does about one thing. */
public enum SweepAction {
    /** The renter is told that the end is near; once for each end. */
    WARN,
    /** It is stopped because it is over; of a bucket, which cannot be stopped, this is only noted. */
    STOP,
    /** It is taken away because it is over. */
    DELETE,
    /**
     * What was made beside a rental that is no more is taken away. Where storage of an app on Kubernetes is among it, the
     * first sweep only notes that, and another one takes it away once the note has reached the age of orphans, too.
     */
    DELETE_ORPHAN,
    /** It is only named: its tags cannot be read. */
    REPORT
}
