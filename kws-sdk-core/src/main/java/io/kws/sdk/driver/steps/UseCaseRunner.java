package io.kws.sdk.driver.steps;

import io.kws.sdk.operations.Operation;
import io.kws.sdk.operations.Timeouts;

/**
 * Runs use cases of one node: runs their steps concurrently where they do not wait for each other, keeps to the deadline,
 * and removes what was created if a step fails or the use case is cancelled. Thread-safe; does not own
 * its threads.
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
     * @param timeouts the pauses between attempts, and the time allowed for undoing
     */
    public UseCaseRunner(String node, Threads threads, Timeouts timeouts) {
        this.node = node;
        this.threads = threads;
        this.timeouts = timeouts;
    }

    /**
     * Runs a use case. Blocks until it ends.
     *
     * @param useCase the use case
     * @param <T> the type of its result
     * @return the result
     * @throws io.kws.sdk.errors.KwsException if it fails; what it created is removed, as its receipt says
     * @throws io.kws.sdk.errors.CancelledException if the threads are closed
     */
    public <T> T run(UseCase<T> useCase) {
        return threads.run(new UseCaseRun<>(node, useCase, threads.steps(), timeouts, progress -> {}));
    }

    /**
     * Starts a use case in the background. It keeps to the deadline of the thread that starts it.
     *
     * @param useCase the use case
     * @param <T> the type of its result
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
