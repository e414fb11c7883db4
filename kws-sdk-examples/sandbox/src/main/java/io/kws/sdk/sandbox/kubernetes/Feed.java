package io.kws.sdk.sandbox.kubernetes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Optional;

/** Bytes that come in pieces, each waited for. For one thread. */
final class Feed extends InputStream {
    private final Source source;
    private InputStream piece = InputStream.nullInputStream();

    Feed(Source source) {
        this.source = source;
    }

    /** Where the pieces come from. */
    @FunctionalInterface
    interface Source {
        /** Waits for the next piece; nothing for the end. */
        Optional<byte[]> next() throws InterruptedException;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = piece.read(bytes, from, length);
        while (read < 0) {
            Optional<byte[]> next = next();
            if (next.isEmpty()) {
                return -1;
            }
            piece = new ByteArrayInputStream(next.get());
            read = piece.read(bytes, from, length);
        }
        return read;
    }

    private Optional<byte[]> next() throws InterruptedIOException {
        try {
            return source.next();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the sandbox is being closed");
        }
    }
}
