package io.kws.sdk.transfers;

import io.kws.sdk.errors.InvalidRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Bytes to send, read as they are sent and never held in memory as a whole. What can be read again is sent again where
 * that is safe; a stream is sent once. Programs may bring their own.
 */
public interface Content {
    /** {@return the number of bytes, if it is known before they are read} */
    OptionalLong lengthBytes();

    /** {@return whether {@link #open} gives the same bytes each time; else it is called once} */
    boolean isRepeatable();

    /**
     * Opens the bytes for reading from their beginning. The SDK closes what it has opened.
     *
     * @return the bytes
     * @throws IOException if they cannot be read
     */
    InputStream open() throws IOException;

    /**
     * Returns the content of a file.
     *
     * @param file a regular file, which must not change while it is sent
     * @return its content
     * @throws InvalidRequestException if there is no such file, or it cannot be read
     */
    static Content of(Path file) {
        return FileContent.of(file);
    }

    /**
     * Returns bytes as content.
     *
     * @param bytes the bytes; not copied
     * @return the content
     */
    static Content of(byte[] bytes) {
        return new BytesContent(bytes);
    }

    /**
     * Returns a text as content, in UTF-8.
     *
     * @param text the text
     * @return the content
     */
    static Content of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Returns the rest of a stream as content of unknown length.
     *
     * @param stream read once, on another thread; closed when it has been sent or could not be
     * @return the content
     */
    static Content of(InputStream stream) {
        return new StreamContent(stream, OptionalLong.empty());
    }

    /**
     * Returns the rest of a stream as content of known length.
     *
     * @param stream read once, on another thread; closed when it has been sent or could not be
     * @param lengthBytes how many bytes it has; it is an error if it has more or fewer
     * @return the content
     * @throws InvalidRequestException if the length is negative
     */
    static Content of(InputStream stream, long lengthBytes) {
        if (lengthBytes < 0) {
            throw new InvalidRequestException("a content of " + lengthBytes + " bytes cannot be");
        }
        return new StreamContent(stream, OptionalLong.of(lengthBytes));
    }
}
