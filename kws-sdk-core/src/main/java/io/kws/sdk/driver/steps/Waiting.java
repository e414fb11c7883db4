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

/**
 * Polls until a state is reached. Ends at the thread's {@link Deadline} and when the thread is interrupted. Immutable.
 */
public final class Waiting {
    private final PollInterval pollInterval;

    /**
     * Makes a waiting with given pauses.
     *
     * @param pollInterval the pauses between two looks
     */
    public Waiting(PollInterval pollInterval) {
        this.pollInterval = pollInterval;
    }

    /**
     * Reads the state until it is the wanted one, the first time after the shortest pause. Blocks.
     *
     * @param look reads the state; its exceptions end the wait
     * @param wanted tests the state
     * @param describe describes the state for the error, such as {@code the server was still BUILD (spawning)}
     * @param <S> the type of the state
     * @return the wanted state
     * @throws WaitTimedOutException if the thread's deadline passes first; the message describes the last state
     * @throws CancelledException if the thread is interrupted; its interrupt flag stays set
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

    /** Throws an error with the last state, which says more than that the time did not suffice for another look. */
    private static <S> S lookAgain(Supplier<S> look, String seen) {
        try {
            return look.get();
        } catch (WaitTimedOutException e) {
            throw outOfTime(seen, e);
        }
    }

    /** Returns a shorter pause before the end, so that the last look is made in time; empty if it was made. */
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
     * Pauses the current thread.
     *
     * @param pause how long
     * @throws CancelledException if the thread is interrupted; its interrupt flag stays set
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
