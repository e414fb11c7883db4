package io.kws.sdk.fleet;

/** Decides which nodes a sweep may touch, now and before each further action. Safe for use by many threads. */
@FunctionalInterface
interface SweepGuard {
    /** All nodes, at any time. */
    SweepGuard NONE = node -> true;

    boolean admits(String node);
}
