package io.kws.sdk.internal.sweeps;

/** Decides which nodes a sweep may touch, now and before each further action. Safe for use by many threads. */
@FunctionalInterface
public interface SweepGuard {
    /** All nodes, at any time. */
    SweepGuard NONE = node -> true;

    boolean admits(String node);
}
