package io.kws.sdk.driver.steps;

import io.kws.sdk.errors.KwsException;

/**
 * A task that runs on the {@link Threads} of a {@code Kws} and can be cancelled. For work on several nodes; {@link
 * UseCaseRunner} runs the use cases of one node.
 *
 * @param <T> the type of its result
 */
public interface CancellableTask<T> {
    /**
     * Runs the task, at most once. Blocks. An interrupt cancels the task; the thread's interrupt flag stays set.
     *
     * @return the result
     * @throws KwsException if it fails
     */
    T run();

    /**
     * Requests that the task stops and removes what it has created. Returns at once.
     *
     * @param reason why
     * @return whether the request came in time; false if the task has ended or was cancelled before
     */
    boolean cancel(String reason);

    /**
     * Returns the error for a task that is not allowed to start any more.
     *
     * @param reason why
     * @return the error
     */
    KwsException refused(String reason);
}
