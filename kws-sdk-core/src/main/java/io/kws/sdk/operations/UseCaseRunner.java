package io.kws.sdk.operations;

import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/**
 * Carries out use cases of one node: runs their steps, side by side where they do not wait for each other, keeps the
 * deadline, and takes away what was made when one fails or the caller gives up. For drivers. Safe for use by many
 * threads; does not own its threads.
 */
public final class UseCaseRunner {
    private final String node;
    private final ExecutorService stepThreads;
    private final Executor operationThreads;
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
        this.stepThreads = threads.steps();
        this.operationThreads = threads.operations();
        this.timeouts = timeouts;
    }

    /**
     * Carries out a use case and waits for its end.
     *
     * @param useCase what to do
     * @param <T> what it ends in
     * @return the result
     * @throws io.kws.sdk.errors.KwsException if it failed; what it had made is undone, and the receipt says so
     */
    public <T> T run(UseCase<T> useCase) {
        return new UseCaseRun<>(node, useCase, stepThreads, timeouts, progress -> {}).run();
    }

    /**
     * Starts a use case in the background.
     *
     * @param useCase what to do
     * @param <T> what it ends in
     * @return the operation
     */
    public <T> Operation<T> start(UseCase<T> useCase) {
        BackgroundOperation<T> operation =
                new BackgroundOperation<>(UUID.randomUUID().toString(), useCase.attempt());
        UseCaseRun<T> run = new UseCaseRun<>(node, useCase, stepThreads, timeouts, operation::report);
        operation.start(run, operationThreads);
        return operation;
    }
}
