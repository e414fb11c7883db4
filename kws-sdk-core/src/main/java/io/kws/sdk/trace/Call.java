package io.kws.sdk.trace;

import java.time.Duration;

/**
 * One call to a service, after its end. Carries no headers and no bodies, so no secrets. Immutable.
 *
 * @param node the node's name
 * @param service the service, by its type in the catalogue, such as {@code compute}
 * @param method the HTTP method
 * @param path the path and query
 * @param status the HTTP status; 0 if there was no answer
 * @param took how long it took
 * @param requestId the service's own ID of the request; empty if it told none
 */
public record Call(
        String node, String service, String method, String path, int status, Duration took, String requestId) {
    /** {@return one line as in a {@link Trace}, with IDs and signatures shortened} */
    @Override
    public String toString() {
        return new RepeatedCalls(this, 1, took).toString().strip();
    }
}
