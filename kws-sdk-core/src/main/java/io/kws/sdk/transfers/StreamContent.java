package io.kws.sdk.transfers;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

final class StreamContent implements Content {
    private final InputStream stream;
    private final OptionalLong lengthBytes;
    private final AtomicBoolean opened = new AtomicBoolean();

    StreamContent(InputStream stream, OptionalLong lengthBytes) {
        this.stream = stream;
        this.lengthBytes = lengthBytes;
    }

    @Override
    public OptionalLong lengthBytes() {
        return lengthBytes;
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }

    @Override
    public InputStream open() throws IOException {
        if (opened.getAndSet(true)) {
            throw new IOException("the stream has been read already");
        }
        return stream;
    }

    @Override
    public String toString() {
        return "a stream";
    }
}
