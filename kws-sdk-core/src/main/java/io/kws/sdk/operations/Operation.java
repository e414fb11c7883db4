package io.kws.sdk.operations;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A use case running in the background. Thread-safe; requires no closing.
 *
 * @param <T> the type of the result
 */
public interface Operation<T> {
    /** {@return the ID of this operation, unique within the program} */
    String id();

    /** {@return a description of what it does, such as {@code rent server "web-1"}} */
    String attempt();

    /** {@return the latest progress report} */
    Progress progress();

    /**
     * Registers a listener. The listener receives the latest report, if any, immediately on the calling thread, and
     * later reports on the operation's threads, one at a time; so it should return quickly. Exceptions it throws are
     * ignored.
     *
     * @param listener receives each report
     * @return this operation
     */
    Operation<T> onProgress(Consumer<Progress> listener);

    /**
     * Requests that the operation stop and delete what it has created. Returns immediately; {@link #await()} throws a
     * {@link io.kws.sdk.errors.CancelledException} with the receipt once the rollback has finished.
     *
     * @return whether the request took effect; false if the operation has ended or is already stopping
     */
    boolean cancel();

    /** {@return whether it has ended, successfully or not} */
    boolean isDone();

    /**
     * Waits for the operation to end.
     *
     * @return the result
     * @throws io.kws.sdk.errors.KwsException if the operation failed
     * @throws io.kws.sdk.errors.CancelledException if it was cancelled, or the waiting thread is interrupted;
     *     interrupting the waiting thread does not stop the operation
     */
    T await();

    /**
     * Waits for the operation to end, up to a time limit. The operation continues after the limit.
     *
     * @param atMost the time limit
     * @return the result
     * @throws io.kws.sdk.errors.WaitTimedOutException if it has not ended by then
     * @throws io.kws.sdk.errors.KwsException if the operation failed
     */
    T await(Duration atMost);

    /** {@return a future for the result; cancelling the future does not cancel the operation} */
    CompletableFuture<T> toFuture();
}
