package io.kws.sdk.operations;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A use case under way in the background. Safe for use by many threads; nobody needs to close it.
 *
 * @param <T> what it ends in
 */
public interface Operation<T> {
    /** {@return an ID of this operation, unique within the program} */
    String id();

    /** {@return what is attempted, such as {@code rent server "web-1"}} */
    String attempt();

    /** {@return the newest report} */
    Progress progress();

    /**
     * Registers a listener. It gets the newest report at once, on the calling thread, if there has been one, and then
     * those to come on the operation's threads, one after the other; so it should return soon. What it throws is
     * ignored.
     *
     * @param listener gets each report
     * @return this
     */
    Operation<T> onProgress(Consumer<Progress> listener);

    /**
     * Asks the operation to stop and to take away what it has made. Returns at once; {@link #await()} then throws a
     * {@link io.kws.sdk.errors.CancelledException} with the receipt once all is undone.
     *
     * @return whether it came in time; false once the operation has ended, or stops already
     */
    boolean cancel();

    /** {@return whether it has ended, one way or the other} */
    boolean isDone();

    /**
     * Waits for the end.
     *
     * @return the result
     * @throws io.kws.sdk.errors.KwsException if the operation failed
     * @throws io.kws.sdk.errors.CancelledException if it was cancelled, or the waiting thread interrupted; an
     *     interrupted waiter does not stop the operation
     */
    T await();

    /**
     * Waits for the end, but not for ever. The operation goes on when the wait is over.
     *
     * @param atMost how long to wait
     * @return the result
     * @throws io.kws.sdk.errors.WaitTimedOutException if it has not ended by then
     * @throws io.kws.sdk.errors.KwsException if the operation failed
     */
    T await(Duration atMost);

    /** {@return a future of the result; cancelling the future does not cancel the operation} */
    CompletableFuture<T> toFuture();
}
