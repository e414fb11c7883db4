package io.kws.sdk.fleet;

/** What a sweep does about one thing. */
public enum SweepAction {
    /** The renter is told that the end is near; once for each end. */
    WARN,
    /** It is stopped because it is over; of a bucket, which cannot be stopped, this is only noted. */
    STOP,
    /** It is taken away because it is over. */
    DELETE,
    /** What was made beside a rental that is no more is taken away. */
    DELETE_ORPHAN,
    /** It is only named: its tags cannot be read. */
    REPORT
}
