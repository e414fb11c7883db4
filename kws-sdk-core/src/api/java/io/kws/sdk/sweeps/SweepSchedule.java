package io.kws.sdk.sweeps;

public abstract class SweepSchedule {
    SweepSchedule() {}
    public String cron() { throw null; }
    public abstract java.util.Optional<SweepLock> lock();
    public ScheduleListener listener() { throw null; }
    public Sweep sweep() { throw null; }
    public java.time.Duration leaseTerm() { throw null; }
    public java.time.Instant next(java.time.Instant moment) { throw null; }
    public java.time.ZoneId zone() { throw null; }
    public static SweepSchedule daily() { throw null; }
    public static SweepSchedule.Builder builder() { throw null; }

    public interface Builder {
        SweepSchedule build();
        SweepSchedule.Builder cron(String cron);
        SweepSchedule.Builder leaseTerm(java.time.Duration leaseTerm);
        SweepSchedule.Builder listener(ScheduleListener listener);
        SweepSchedule.Builder lock(SweepLock lock);
        SweepSchedule.Builder sweep(Sweep sweep);
        SweepSchedule.Builder zone(java.time.ZoneId zone);
    }
}
