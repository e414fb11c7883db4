package io.kws.sdk.driver.steps;

import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs calls whose failure must not fail the use case. A cancellation still ends it. For drivers. */
public final class BestEffort {
    private BestEffort() {}

    /**
     * Returns what a call returns, or nothing if it fails.
     *
     * @param call the call
     * @param <T> its result
     * @return the result; empty if the call failed
     * @throws CancelledException if the use case is being cancelled
     */
    public static <T> Optional<T> get(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            return Optional.empty();
        }
    }

    /**
     * Runs a call and returns its failure, if it fails.
     *
     * @param call the call
     * @return the failure; empty if the call succeeded
     * @throws CancelledException if the use case is being cancelled
     */
    public static Optional<KwsException> run(Runnable call) {
        try {
            call.run();
            return Optional.empty();
        } catch (CancelledException e) {
            throw e;
        } catch (KwsException e) {
            return Optional.of(e);
        }
    }
}
