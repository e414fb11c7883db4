package io.kws.sdk.sweeps;

public interface ScheduleListener {
    default void failed(RuntimeException failure) { throw null; }
    public static final ScheduleListener NONE = null;
    void swept(SweepReport report);
}
