package io.kws.sdk.driver;

import io.kws.sdk.errors.AuthenticationFailedException;
import io.kws.sdk.errors.CancelledException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.ServiceFailureException;
import io.kws.sdk.errors.WaitTimedOutException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a check of a plan came to: what it looked for, or the error that a use case would end in. Immutable.
 *
 * @param value what was found
 * @param problem what speaks against the use case
 * @param <T> what was looked for
 */
public record CheckResult<T>(Optional<T> value, Optional<KwsException> problem) {
    /**
     * Makes a check.
     *
     * @param check looks for something
     * @param <T> what
     * @return what it came to
     * @throws KwsException if nothing could be learnt, as when the node does not answer
     */
    public static <T> CheckResult<T> of(Supplier<T> check) {
        try {
            return new CheckResult<>(Optional.of(check.get()), Optional.empty());
        } catch (NodeUnavailableException
                | ServiceFailureException
                | AuthenticationFailedException
                | CancelledException
                | WaitTimedOutException e) {
            throw e;
        } catch (KwsException e) {
            return new CheckResult<>(Optional.empty(), Optional.of(e));
        }
    }
}
