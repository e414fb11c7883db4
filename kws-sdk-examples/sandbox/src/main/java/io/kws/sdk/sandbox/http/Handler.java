package io.kws.sdk.sandbox.http;

/** Carries out one kind of request. */
@FunctionalInterface
public interface Handler {
    /**
     * Carries out a request.
     *
     * @param request the request
     * @return the answer
     * @throws Refusal if it is not carried out
     */
    Answer answer(Request request);
}
