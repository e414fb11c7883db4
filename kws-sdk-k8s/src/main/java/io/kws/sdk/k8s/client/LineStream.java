package io.kws.sdk.k8s.client;

import io.kws.sdk.errors.NodeUnavailableException;
import java.io.IOException;
import java.util.Optional;

/** Reads an answer that arrives line by line. Must be closed. Read by one thread at a time. */
public final class LineStream implements AutoCloseable {
    private final Request request;
    private final StreamingBody body;

    LineStream(Request request, StreamingBody body) {
        this.request = request;
        this.body = body;
    }

    /**
     * Returns the next line. Blocks until there is one.
     *
     * @return the line; empty at the end
     * @throws NodeUnavailableException if the connection breaks, or {@link #cancel} is called
     */
    public Optional<String> next() {
        try {
            return body.nextLine();
        } catch (IOException | IllegalStateException e) { // the latter if it is closed already
            throw new NodeUnavailableException(
                    "the connection broke during %s (%s)".formatted(request, e.getMessage()), e);
        }
    }

    /** Ends the stream from another thread than that which reads and closes it. {@link #next} throws from then on. */
    public void cancel() {
        body.cancel();
    }

    @Override
    public void close() {
        body.close();
    }
}
