package io.kws.sdk.transfers;

public interface Content {
    boolean isRepeatable();
    java.io.InputStream open() throws java.io.IOException;
    java.util.OptionalLong lengthBytes();
    static Content of(String text) { throw null; }
    static Content of(byte[] bytes) { throw null; }
    static Content of(java.io.InputStream stream) { throw null; }
    static Content of(java.io.InputStream stream, long lengthBytes) { throw null; }
    static Content of(java.nio.file.Path file) { throw null; }
}
