package io.kws.sdk.sweeps;

public interface Sweeps {
    SweepReport run(Sweep sweep);
    SweepScheduler schedule(SweepSchedule schedule);
}
