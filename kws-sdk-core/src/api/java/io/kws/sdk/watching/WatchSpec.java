package io.kws.sdk.watching;

public abstract class WatchSpec {
    WatchSpec() {}
    public io.kws.sdk.rentals.RentalQuery query() { throw null; }
    public RentalListener listener() { throw null; }
    public java.time.Duration endNear() { throw null; }
    public java.time.Duration longest() { throw null; }
    public java.time.Duration shortest() { throw null; }
    public static WatchSpec.Builder builder() { throw null; }

    public interface Builder {
        WatchSpec build();
        WatchSpec.Builder endNear(java.time.Duration endNear);
        WatchSpec.Builder listener(RentalListener listener);
        WatchSpec.Builder longest(java.time.Duration longest);
        WatchSpec.Builder query(io.kws.sdk.rentals.RentalQuery query);
        WatchSpec.Builder shortest(java.time.Duration shortest);
    }
}
