package io.kws.sdk.driver;

import io.kws.sdk.errors.ErrorScope;
import io.kws.sdk.errors.KwsException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The result of a check in a plan: either what was found, or the error in which the use case would end. Immutable.
 *
 * @param value what was found
 * @param problem the error in which the use case would end
 * @param <T> the type of what was looked for
 */
public record CheckResult<T>(Optional<T> value, Optional<KwsException> problem) {
    /**
     * Runs a check.
     *
     * @param check looks for something, or throws the error in which the use case would end
     * @param <T> the type of what is looked for
     * @return the result
     * @throws KwsException if the check itself failed, as when the node does not answer
     */
    public static <T> CheckResult<T> of(Supplier<T> check) {
        try {
            return new CheckResult<>(Optional.of(check.get()), Optional.empty());
        } catch (KwsException e) {
            if (e.scope() == ErrorScope.NO_ANSWER || e.scope() == ErrorScope.CANCELLED) {
                throw e;
            }
            return new CheckResult<>(Optional.empty(), Optional.of(e));
        }
    }
}
