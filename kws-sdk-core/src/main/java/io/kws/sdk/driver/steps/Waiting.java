package io.kws.sdk.driver.steps;

import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.WaitTimedOutException;
import io.kws.sdk.internal.text.DurationText;
import io.kws.sdk.operations.PollInterval;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for a state by looking at it again and again; keeps to the thread's {@link Deadline} and to interrupts. */
public final class Waiting {
    private final PollInterval pollInterval;

    /**
     * Makes a way of waiting.
     *
     * @param pollInterval how often to look
     */
    public Waiting(PollInterval pollInterval) {
        this.pollInterval = pollInterval;
    }

    /**
     * Looks at the pace, the first time after the shortest pause, until the state is the wanted one.
     *
     * @param look reads the state; what it throws ends the wait
     * @param wanted whether the state is the wanted one
     * @param describe what the state is, for the error, such as {@code the server was still BUILD (spawning)}
     * @param <S> the state
     * @return the wanted state
     * @throws WaitTimedOutException if the thread's deadline passes first; says what was seen last
     * @throws CancelledException if the thread is interrupted
     */
    public <S> S until(Supplier<S> look, Predicate<S> wanted, Function<S, String> describe) {
        long begun = System.nanoTime();
        Duration left = Deadline.current().remaining();
        pause(pollInterval.shortest().compareTo(left) < 0 ? pollInterval.shortest() : left);
        S state = look.get();
        while (!wanted.test(state)) {
            String seen = describe.apply(state);
            pause(nextPause(Duration.ofNanos(System.nanoTime() - begun)).orElseThrow(() -> outOfTime(seen, null)));
            state = lookAgain(look, seen);
        }
        return state;
    }

    /** What was seen last says more than that there was no time for another look. */
    private static <S> S lookAgain(Supplier<S> look, String seen) {
        try {
            return look.get();
        } catch (WaitTimedOutException e) {
            throw outOfTime(seen, e);
        }
    }

    /** Returns a shorter pause before the end, so that the last look is made in time; nothing if that was made. */
    private Optional<Duration> nextPause(Duration waited) {
        Duration pause = pollInterval.pauseAfter(waited);
        Duration left = Deadline.current().remaining().minus(pollInterval.shortest());
        return Optional.of(left.compareTo(pause) < 0 ? left : pause)
                .filter(next -> !next.isNegative() && !next.isZero());
    }

    private static WaitTimedOutException outOfTime(String state, @Nullable Throwable cause) {
        return new WaitTimedOutException(
                "the time allowed (%s) ran out while %s"
                        .formatted(DurationText.words(Deadline.current().allowed()), state),
                cause);
    }

    /**
     * Sleeps.
     *
     * @param pause how long
     * @throws CancelledException if the thread is interrupted; its flag stays set
     */
    public static void pause(Duration pause) {
        try {
            Thread.sleep(pause.toMillis(), pause.toNanosPart() % 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException("the thread was interrupted", e);
        }
    }
}
