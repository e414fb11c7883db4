package io.kws.sdk.sweeps;

/** Hears of what a sweep does. Called on many threads. */
@FunctionalInterface
public interface SweepListener {
    /** Hears nothing. */
    SweepListener NONE = item -> {};

    /**
     * Hears of one action, once it is known what came of it: look at the outcome before you tell anybody. A warning of which
     * it throws counts as failed and is given again; otherwise what it throws is logged.
     *
     * @param item what
     */
    void swept(SweepItem item);
}
