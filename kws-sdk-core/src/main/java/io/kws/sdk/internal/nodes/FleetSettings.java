package io.kws.sdk.internal.nodes;

import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.rentals.TermCaps;
import java.time.Clock;

/**
 * How calls to all nodes work. Immutable.
 *
 * @param timeouts how long things may take
 * @param caps how far rentals may be extended
 * @param clock tells the time
 */
public record FleetSettings(Timeouts timeouts, TermCaps caps, Clock clock) {}
