package io.kws.sdk.driver.steps;

import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;

/**
 * Carries out use cases of one node: runs their steps, side by side where they do not wait for each other, keeps the
 * deadline, and takes away what was made when one fails or the caller gives up. For drivers. Safe for use by many
 * threads; does not own its threads.
 */
public final class UseCaseRunner {
    private final String node;
    private final Threads threads;
    private final Timeouts timeouts;

    /**
     * Makes a runner.
     *
     * @param node the node's name
     * @param threads runs steps and operations
     * @param timeouts the pauses between attempts, and the time for undoing
     */
    public UseCaseRunner(String node, Threads threads, Timeouts timeouts) {
        this.node = node;
        this.threads = threads;
        this.timeouts = timeouts;
    }

    /**
     * Carries out a use case and waits for its end.
     *
     * @param useCase what to do
     * @param <T> what it ends in
     * @return the result
     * @throws io.kws.sdk.errors.KwsException if it failed; what it had made is undone, and the receipt says so
     * @throws io.kws.sdk.errors.CancelledException if the threads are closed
     */
    public <T> T run(UseCase<T> useCase) {
        return threads.run(new UseCaseRun<>(node, useCase, threads.steps(), timeouts, progress -> {}));
    }

    /**
     * Starts a use case in the background. It keeps to the deadline of the thread that starts it.
     *
     * @param useCase what to do
     * @param <T> what it ends in
     * @return the operation
     * @throws io.kws.sdk.errors.CancelledException if the threads are closed
     */
    public <T> Operation<T> start(UseCase<T> useCase) {
        return threads.start(
                useCase.attempt(),
                listener -> new UseCaseRun<>(node, useCase, threads.steps(), timeouts, listener),
                threads.operations());
    }
}
