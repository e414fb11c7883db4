package io.kws.sdk.driver.steps;

import io.kws.sdk.errors.KwsException;

/**
 * Something that runs on the {@link Threads} of a {@code Kws} until it ends or is given up. For what works over several
 * nodes; use cases of one node are for {@link UseCaseRunner}.
 *
 * @param <T> what it ends in
 */
public interface CancellableTask<T> {
    /**
     * Carries it out, once. An interrupt gives it up; the thread's flag stays set.
     *
     * @return what it ends in
     * @throws KwsException if it fails
     */
    T run();

    /**
     * Asks it to stop and to take away what it has made. Returns at once.
     *
     * @param reason why
     * @return whether it came in time; false once it has ended, or stops already
     */
    boolean cancel(String reason);

    /**
     * Returns the error of one that may not begin any more.
     *
     * @param reason why
     * @return the error
     */
    KwsException refused(String reason);
}
