package io.kws.sdk.sweeps;

/** Hears of the sweeps of a schedule. Called on the schedule's thread; what it throws is logged. */
@FunctionalInterface
public interface ScheduleListener {
    /** Hears nothing. */
    ScheduleListener NONE = report -> {};

    /**
     * Hears of a sweep, after its end. Its report tells of the nodes that this program swept, and of those it could not
     * ask whose turn it is.
     *
     * @param report what was found and done
     */
    void swept(SweepReport report);

    /**
     * Hears that a sweep as a whole failed; it is tried again a few minutes later. Does nothing unless implemented, as
     * that is logged.
     *
     * @param failure why
     */
    default void failed(RuntimeException failure) {}
}
