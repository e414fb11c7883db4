package io.kws.sdk.watching;

/**
 * Tells of changes of rentals until it is closed, by itself or with its {@code Kws}; comes from {@link
 * RentalWatches#open}. Of one rental, changes are told in the order in which they are seen; no two are told at once. A
 * node that is slow or dead delays none of the others. Thread-safe.
 */
public interface RentalWatch extends AutoCloseable {
    /** {@return what it watches, and how} */
    WatchSpec spec();

    /** Ends the watch: calls under way are given up, and nothing is told any more once this returns. Closing twice does
     * nothing. */
    @Override
    void close();
}
