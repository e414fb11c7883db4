package io.kws.sdk.driver.http;

import io.kws.sdk.errors.NodeUnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An answer of a service.
 *
 * @param status the HTTP status
 * @param headers all headers, their names in any case
 * @param body the body, to be read once; in memory unless the request asked for a streamed answer
 */
public record ServiceAnswer(int status, Map<String, List<String>> headers, InputStream body) {

    /** {@return whether the request was carried out; not so after a redirection} */
    public boolean isSuccess() {
        return (status >= 200 && status < 300) || status == 304;
    }

    /**
     * Returns the first value of a header.
     *
     * @param name its name, in any case
     * @return the value; empty if the answer has no such header
     */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    /** {@return the first values of all headers by their names in lower case} */
    public Map<String, String> lowerCaseHeaders() {
        Map<String, String> lower = new TreeMap<>();
        headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return lower;
    }

    /** Closes the body; the connection is closed too unless the body has been read to its end. */
    public void close() {
        try {
            body.close();
        } catch (IOException e) {
            return; // closed all the same
        }
    }

    /**
     * Reads the whole body and closes it.
     *
     * @return the body
     * @throws NodeUnavailableException if the connection breaks
     */
    public byte[] bytes() {
        try (body) {
            return body.readAllBytes();
        } catch (IOException e) {
            throw new NodeUnavailableException("the connection broke while the answer was read", e);
        }
    }

    /**
     * Reads the whole body as text in UTF-8 and closes it.
     *
     * @return the text
     * @throws NodeUnavailableException if the connection breaks
     */
    public String text() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }
}
