package io.kws.sdk.sweeps;

public interface SweepScheduler extends AutoCloseable {
    SweepSchedule schedule();
    java.time.Instant nextRun();
    void close();
}
