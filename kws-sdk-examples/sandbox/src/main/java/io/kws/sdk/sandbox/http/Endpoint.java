package io.kws.sdk.sandbox.http;

/** Carries out requests whose paths begin alike. Thread-safe. */
public interface Endpoint {
    /**
     * Carries out a request.
     *
     * @param request the request
     * @return the answer, also when it is a refusal
     */
    Answer answer(Request request);

    /**
     * Answers with a failure of the service itself.
     *
     * @param request the request, which is not carried out
     * @param status the HTTP status
     * @return what the service writes for that status
     */
    Answer failure(Request request, int status);
}
