package io.kws.sdk.driver;

import io.kws.sdk.driver.steps.Threads;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.trace.CallListener;

/**
 * What all nodes of one {@code Kws} share. Immutable.
 *
 * @param threads runs steps and operations
 * @param timeouts how long things may take
 * @param calls hears of each call
 */
public record DriverContext(Threads threads, Timeouts timeouts, CallListener calls) {}
