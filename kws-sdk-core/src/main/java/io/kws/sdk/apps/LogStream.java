package io.kws.sdk.apps;

import java.util.Iterator;

/**
 * The logs of an app as they are written, the lines of its replicas in the order in which they arrive: those of the
 * replicas that are there, and of those that come by a redeploy, a restart or a new scale. A connection that breaks is made
 * anew. The one who asked for it closes it. {@link #hasNext} blocks until there is a line, and is false once the app has
 * been deleted and its replicas have ended, or the stream is closed. It throws a {@link io.kws.sdk.errors.KwsException},
 * and the stream is closed, if the cluster cannot be reached any more. One thread may read while another one closes.
 */
public interface LogStream extends Iterator<LogLine>, AutoCloseable {
    /** Ends it; a thread that waits for a line is let go. */
    @Override
    void close();
}
