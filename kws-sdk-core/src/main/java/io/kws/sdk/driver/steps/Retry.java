package io.kws.sdk.driver.steps;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.operations.Timeouts;
import java.time.Duration;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * Repeats work whose failure may be temporary, with a longer pause before each repetition. Gives up, with the last
 * failure, after a number of repetitions, and when the pause would be longer than {@link Timeouts#longestPause} or would
 * not end before the thread's {@link Deadline}. Immutable.
 */
public final class Retry {
    private final Timeouts timeouts;
    private final int repetitions;
    private final Predicate<RuntimeException> isTemporary;
    private final Backoff backoff;

    private Retry(Timeouts timeouts, int repetitions, Predicate<RuntimeException> isTemporary, Backoff backoff) {
        this.timeouts = timeouts;
        this.repetitions = repetitions;
        this.isTemporary = isTemporary;
        this.backoff = backoff;
    }

    /**
     * Returns a retry of all failures that {@link KwsException#isRetryable} says may pass.
     *
     * @param timeouts how many repetitions and how long the pauses are
     * @return the retry
     */
    public static Retry of(Timeouts timeouts) {
        return new Retry(
                timeouts,
                timeouts.retries(),
                failure -> failure instanceof KwsException known && known.isRetryable(),
                (repetition, failure) -> timeouts.pauseBefore(repetition));
    }

    /** Decides how long to pause. */
    @FunctionalInterface
    public interface Backoff {
        /**
         * Returns a pause.
         *
         * @param repetition the repetition that follows; 0 is the first
         * @param failure the failure before it
         * @return the pause
         */
        Duration pauseBefore(int repetition, RuntimeException failure);
    }

    /**
     * Returns a retry with another limit.
     *
     * @param limit how many repetitions at most; 0 for none
     * @return the retry
     */
    public Retry atMost(int limit) {
        return new Retry(timeouts, limit, isTemporary, backoff);
    }

    /**
     * Returns a retry of other failures.
     *
     * @param temporary tells whether the work is to be repeated after a failure
     * @return the retry
     */
    public Retry when(Predicate<RuntimeException> temporary) {
        return new Retry(timeouts, repetitions, temporary, backoff);
    }

    /**
     * Returns a retry of failures of one type.
     *
     * @param temporary the type
     * @return the retry
     */
    public Retry on(Class<? extends RuntimeException> temporary) {
        return when(temporary::isInstance);
    }

    /**
     * Returns a retry with other pauses.
     *
     * @param pauses returns the pause after a failure
     * @return the retry
     */
    public Retry pausing(Backoff pauses) {
        return new Retry(timeouts, repetitions, isTemporary, pauses);
    }

    /**
     * Does work until it succeeds. Blocks during the pauses.
     *
     * @param work the work, given the number of repetitions so far: 0 for the first attempt
     * @param <T> the type of its result
     * @return the result of the attempt that succeeded
     * @throws CancelledException if the thread is interrupted during a pause; its interrupt flag stays set
     */
    public <T> T call(IntFunction<? extends T> work) {
        RetryPolicy<T> policy = RetryPolicy.<T>builder()
                .handle(TemporaryFailure.class)
                .withMaxRetries(repetitions)
                .withDelayFn(context -> context.<TemporaryFailure>getLastException().pause)
                .build();
        try {
            return Failsafe.with(policy).get(context -> attempt(work, context.getAttemptCount()));
        } catch (TemporaryFailure e) {
            throw e.failure;
        } catch (FailsafeException e) { // the pause was interrupted
            Thread.currentThread().interrupt();
            throw new CancelledException("the thread was interrupted", e.getCause());
        }
    }

    /**
     * Does work that has no result until it succeeds. Blocks during the pauses.
     *
     * @param work the work, given the number of repetitions so far: 0 for the first attempt
     * @throws CancelledException if the thread is interrupted during a pause; its interrupt flag stays set
     */
    public void run(IntConsumer work) {
        call(repetition -> {
            work.accept(repetition);
            return true;
        });
    }

    private <T> T attempt(IntFunction<? extends T> work, int repetition) {
        try {
            return work.apply(repetition);
        } catch (RuntimeException e) {
            if (!isTemporary.test(e)) {
                throw e;
            }
            Duration pause = backoff.pauseBefore(repetition, e);
            if (isTooLong(pause)) {
                throw e;
            }
            throw new TemporaryFailure(e, pause);
        }
    }

    private boolean isTooLong(Duration pause) {
        return pause.compareTo(timeouts.longestPause()) > 0
                || pause.compareTo(Deadline.current().remaining()) >= 0;
    }

    /** Carries the pause to Failsafe. */
    private static final class TemporaryFailure extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final RuntimeException failure;
        private final transient Duration pause;

        TemporaryFailure(RuntimeException failure, Duration pause) {
            super(null, failure, false, false);
            this.failure = failure;
            this.pause = pause;
        }
    }
}
