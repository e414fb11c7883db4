package io.kws.sdk.watching;

public interface RentalWatch extends AutoCloseable {
    WatchSpec spec();
    void close();
}
