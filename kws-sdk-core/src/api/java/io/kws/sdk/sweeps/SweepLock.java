package io.kws.sdk.sweeps;

public interface SweepLock {
    java.util.Optional<SweepLock.Held> tryTake(String node);

    public interface Held extends AutoCloseable {
        boolean renew();
        default java.util.Optional<java.time.Instant> lastRun() { throw null; }
        default void swept(java.time.Instant at) { throw null; }
        void close();
    }
}
