package io.kws.sdk.driver.steps;

import java.time.Duration;
import java.util.List;

/** Gives what needs time more and more of it: how much is enough depends on how busy the machine is. */
public final class MoreTime {
    private static final List<Duration> TIMES =
            List.of(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofSeconds(10));

    private MoreTime() {}

    /**
     * Asserts what must hold, given enough time; begins anew each time.
     *
     * @param <E> what else may go wrong
     */
    public interface Trial<E extends Exception> {
        /** Tries with that much time. */
        void with(Duration time) throws E;
    }

    /** Tries with little time first. What fails with ample time fails the test. */
    public static <E extends Exception> void untilItHolds(Trial<E> trial) throws E {
        for (int i = 0; ; i++) {
            try {
                trial.with(TIMES.get(i));
                return;
            } catch (AssertionError e) {
                if (i == TIMES.size() - 1) {
                    throw e;
                }
            }
        }
    }
}
