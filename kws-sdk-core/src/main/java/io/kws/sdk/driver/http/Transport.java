package io.kws.sdk.driver.http;

import java.io.IOException;

/** Sends requests by an HTTP client that keeps connections. Follows no redirections. Thread-safe. */
@FunctionalInterface
public interface Transport {
    /**
     * Prepares one attempt. Sends nothing yet.
     *
     * @param request what to send, with its whole address and its credentials
     * @return the attempt
     * @throws IllegalArgumentException if the request cannot be sent by HTTP
     */
    Exchange prepare(ServiceRequest request);

    /** One attempt of a request. */
    interface Exchange {
        /**
         * Sends the request and reads the answer: its headers and, unless the request asked for a streamed answer, its
         * body. The body of a refusal is always read. Blocks.
         *
         * @return the answer
         * @throws IOException if there is none
         * @throws InterruptedException if the thread is interrupted
         */
        ServiceAnswer send() throws IOException, InterruptedException;

        /** Ends {@link #send} from another thread. Does nothing by default, for attempts that end on an interrupt. */
        default void cancel() {}

        /** {@return whether an interrupt of the sending thread ends the attempt without harm to others; true by default} */
        default boolean isInterruptible() {
            return true;
        }

        /**
         * Tells whether the service may have received the request.
         *
         * @param failure what {@link #send} threw
         * @return whether it may; not so if there was no connection
         */
        boolean isSent(Throwable failure);
    }
}
