package io.kws.sdk.apps;

import java.util.Iterator;

/**
 * The logs of an app as they are written, the lines of its replicas in the order in which they arrive. Includes
 * replicas created later by a redeployment, a restart or scaling. A broken connection is reopened. The caller must
 * close the stream. {@link #hasNext} blocks until there is a line, and returns false once the app has been deleted and
 * its replicas have stopped, or the stream is closed. It throws a {@link io.kws.sdk.errors.KwsException} and closes the
 * stream if the cluster is no longer reachable. One thread may read while another one closes.
 */
public interface LogStream extends Iterator<LogLine>, AutoCloseable {
    /** Closes the stream, and releases a thread that waits for a line. */
    @Override
    void close();
}
