package io.kws.sdk.internal.sweeps;

/** Decides which nodes a sweep may touch, now and before each further action. Thread-safe. */
@FunctionalInterface
public interface SweepGuard {
    /** All nodes, at any time. */
    SweepGuard NONE = node -> true;

    boolean admits(String node);
}
