package io.kws.sdk.k8s.client;

import io.kws.sdk.errors.NodeUnavailableException;
import java.io.IOException;
import java.util.Optional;

/** An answer that comes line by line, for as long as there is news. To be closed. */
public final class LineStream implements AutoCloseable {
    private final Request request;
    private final HttpSender.Opened opened;

    LineStream(Request request, HttpSender.Opened opened) {
        this.request = request;
        this.opened = opened;
    }

    /**
     * Returns the next line; blocks until there is one.
     *
     * @return the line; nothing at the end
     * @throws NodeUnavailableException if the connection breaks, also by {@link #close}
     */
    public Optional<String> next() {
        try {
            return Optional.ofNullable(opened.response().body().source().readUtf8Line());
        } catch (IOException | IllegalStateException e) { // the latter if it is closed already
            throw new NodeUnavailableException(
                    "the connection broke during %s (%s)".formatted(request, e.getMessage()), e);
        }
    }

    /** Ends it from another thread than that which reads it and closes it; the reader hears of a broken connection. */
    public void cancel() {
        opened.call().cancel();
    }

    @Override
    public void close() {
        opened.call().cancel();
        opened.response().close();
    }
}
