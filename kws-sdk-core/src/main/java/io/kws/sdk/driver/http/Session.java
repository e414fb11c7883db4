package io.kws.sdk.driver.http;

/** Credentials, and the transport that they are used with. Thread-safe. */
public interface Session {
    /**
     * Adds to a request what the service wants to see.
     *
     * @param request the request
     * @return the request with its whole address and its credentials
     */
    ServiceRequest authorize(ServiceRequest request);

    /** {@return the transport} */
    Transport transport();
}
