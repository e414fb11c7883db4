package io.kws.sdk.fleet;

/** Hears of what a sweep does. Called on many threads. */
@FunctionalInterface
public interface SweepListener {
    /** Hears nothing. */
    SweepListener NONE = item -> {};

    /**
     * Hears of one action, after it was carried out. Of a warning it hears before that is noted on the resource: what it
     * throws then counts as failed, and the next sweep warns again. Otherwise what it throws is logged.
     *
     * @param item what
     */
    void swept(SweepItem item);
}
