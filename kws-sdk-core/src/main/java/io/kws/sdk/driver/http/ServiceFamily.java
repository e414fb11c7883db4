package io.kws.sdk.driver.http;

import java.util.List;

/** What differs between the services of OpenStack and the API of Kubernetes: their words, and where they put them. */
public interface ServiceFamily {
    /**
     * Names a service in a sentence.
     *
     * @param request a request to it
     * @return such as {@code the compute service} or {@code the cluster}
     */
    String nameOf(ServiceRequest request);

    /** {@return the headers that may hold the service's ID of a request, the preferred first} */
    List<String> requestIdHeaders();

    /** {@return what to do if a certificate is not trusted, as an imperative} */
    String certificateAdvice();

    /** {@return what to do if an address leads elsewhere, as an imperative} */
    String addressAdvice();

    /**
     * Reads a refusal.
     *
     * @param answer the answer, its body unread
     * @return the refusal
     */
    Refusal read(ServiceAnswer answer);
}
