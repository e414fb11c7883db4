package io.kws.sdk.apps;

import java.util.Iterator;

/**
 * The logs of an app as they are written, the lines of its replicas in the order in which they arrive. The one who asked
 * for it closes it. {@link #hasNext} blocks until there is a line, and is false once all replicas that were there at the
 * beginning have ended, or the stream is closed. One thread may read while another one closes.
 */
public interface LogStream extends Iterator<LogLine>, AutoCloseable {
    /** Ends it; a thread that waits for a line is let go. */
    @Override
    void close();
}
