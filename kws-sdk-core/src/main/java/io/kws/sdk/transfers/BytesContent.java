package io.kws.sdk.transfers;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.OptionalLong;

final class BytesContent implements Content {
    private final byte[] bytes;

    BytesContent(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public OptionalLong lengthBytes() {
        return OptionalLong.of(bytes.length);
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public String toString() {
        return bytes.length + " bytes";
    }
}
