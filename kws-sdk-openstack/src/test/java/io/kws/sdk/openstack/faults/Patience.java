package io.kws.sdk.openstack.faults;

import io.kws.sdk.operations.PollInterval;
import io.kws.sdk.operations.Timeouts;
import io.kws.sdk.sandbox.Mishap;
import java.time.Duration;
import java.util.List;

/** How long attempts of calls may take. */
final class Patience {
    /** If nothing but the answer is wrong. */
    static final Duration LONG = Duration.ofSeconds(10);

    /** The same, for what is tried once. */
    static final List<Duration> ENOUGH = List.of(LONG);

    private static final List<Duration> SHORT = List.of(Duration.ofMillis(250), Duration.ofMillis(2500));

    private Patience() {}

    /**
     * Returns how long attempts may take so that a mishap shows, short where it is one of time. What goes wrong then may do
     * so for want of time: it counts only if it does with the next time, too.
     */
    static List<Duration> with(Mishap mishap) {
        return mishap.isOfTime() ? SHORT : ENOUGH;
    }

    static Timeouts timeouts(Duration attempt) {
        return Timeouts.builder()
                .attempt(attempt)
                .standstill(attempt)
                .retries(2)
                .firstPause(Duration.ofMillis(1))
                .longestPause(Duration.ofSeconds(1))
                .pollInterval(PollInterval.every(Duration.ofMillis(2)))
                .rollback(Duration.ofSeconds(20))
                .build();
    }
}
