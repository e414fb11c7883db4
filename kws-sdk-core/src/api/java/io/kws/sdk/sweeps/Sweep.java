package io.kws.sdk.sweeps;

public abstract class Sweep {
    Sweep() {}
    public int atOncePerNode() { throw null; }
    public int retries() { throw null; }
    public io.kws.sdk.rentals.RentalQuery query() { throw null; }
    public EndRule rule() { throw null; }
    public SweepListener listener() { throw null; }
    public SweepMode mode() { throw null; }
    public java.time.Duration orphansOlderThan() { throw null; }
    public java.time.Duration warnBefore() { throw null; }
    public static final java.time.Duration NEVER = null;
    public static Sweep byDefault() { throw null; }
    public static Sweep dryRun() { throw null; }
    public static Sweep.Builder builder() { throw null; }

    public interface Builder {
        Sweep build();
        Sweep.Builder atOncePerNode(int atOncePerNode);
        Sweep.Builder listener(SweepListener listener);
        Sweep.Builder mode(SweepMode mode);
        Sweep.Builder orphansOlderThan(java.time.Duration orphansOlderThan);
        Sweep.Builder query(io.kws.sdk.rentals.RentalQuery query);
        Sweep.Builder retries(int retries);
        Sweep.Builder rule(EndRule rule);
        Sweep.Builder warnBefore(java.time.Duration warnBefore);
    }
}
