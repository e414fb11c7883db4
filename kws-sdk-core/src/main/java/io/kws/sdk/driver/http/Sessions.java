package io.kws.sdk.driver.http;

import java.util.function.Function;

/** Keeps the session of a node, and renews it when its credentials are refused. Thread-safe. */
@FunctionalInterface
public interface Sessions {
    /**
     * Makes a call with the current session; if its credentials are refused, once more with a new one.
     *
     * @param request the request of the call
     * @param call makes the call
     * @return the answer
     * @throws io.kws.sdk.errors.AuthenticationFailedException if the new credentials are refused as well
     */
    ServiceAnswer use(ServiceRequest request, Function<Session, ServiceAnswer> call);
}
