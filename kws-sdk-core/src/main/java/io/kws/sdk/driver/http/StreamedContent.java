package io.kws.sdk.driver.http;

import java.util.Optional;

/**
 * The content of a request that is read while it is sent, as it is too large to be kept in memory. A transport that sends
 * such contents knows their class. Thread-safe.
 */
public interface StreamedContent {
    /** {@return whether the content can be read a second time} */
    boolean isRepeatable();

    /** {@return the timer that tells how long nothing has been sent} */
    IdleTimer timer();

    /**
     * Stops the upload: nothing more is handed over.
     *
     * @return whether all of the content may have been sent
     */
    boolean stop();

    /** {@return the failure to read the content, if that ended the upload} */
    Optional<Exception> failure();

    /** Closes the content, if it was opened. */
    void close();
}
