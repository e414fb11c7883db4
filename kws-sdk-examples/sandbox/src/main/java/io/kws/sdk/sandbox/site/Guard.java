package io.kws.sdk.sandbox.site;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks tokens on behalf of the services. */
@FunctionalInterface
public interface Guard {
    /**
     * Checks a token and counts its use.
     *
     * @param token the token, null if the request has none
     * @return the caller, empty if the token is not valid
     */
    Optional<Caller> admit(@Nullable String token);
}
