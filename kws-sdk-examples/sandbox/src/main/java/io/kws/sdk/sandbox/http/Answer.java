package io.kws.sdk.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a service answers. Immutable. */
public final class Answer {
    private final int status;
    private final List<Map.Entry<String, String>> headers;
    private final @Nullable JsonNode json;
    private final @Nullable Content content;

    private Answer(
            int status, List<Map.Entry<String, String>> headers, @Nullable JsonNode json, @Nullable Content content) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.json = json;
        this.content = content;
    }

    /**
     * Answers with JSON.
     *
     * @param status the HTTP status
     * @param body the tree, which the answer now owns
     * @return the answer
     */
    public static Answer json(int status, JsonNode body) {
        return new Answer(status, List.of(Map.entry("Content-Type", "application/json")), body, null);
    }

    /**
     * Answers without a body.
     *
     * @param status the HTTP status
     * @return the answer
     */
    public static Answer empty(int status) {
        return new Answer(status, List.of(), null, null);
    }

    /**
     * Answers with text.
     *
     * @param status the HTTP status
     * @param type the content type
     * @param text the text
     * @return the answer
     */
    public static Answer text(int status, String type, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return stream(status, type, new Content(bytes.length, () -> new ByteArrayInputStream(bytes)));
    }

    /**
     * Answers with bytes from somewhere.
     *
     * @param status the HTTP status
     * @param type the content type
     * @param content the bytes
     * @return the answer
     */
    public static Answer stream(int status, String type, Content content) {
        return new Answer(status, List.of(Map.entry("Content-Type", type)), null, content);
    }

    /**
     * Adds a header.
     *
     * @param name its name
     * @param value its value
     * @return a new answer
     */
    public Answer header(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(headers);
        more.add(Map.entry(name, value));
        return new Answer(status, more, json, content);
    }

    /**
     * Replaces the content type.
     *
     * @param type the content type
     * @return a new answer
     */
    public Answer withType(String type) {
        return without("Content-Type"::equalsIgnoreCase).header("Content-Type", type);
    }

    /**
     * Takes headers away.
     *
     * @param names tells whether a header of that name goes
     * @return a new answer
     */
    public Answer without(Predicate<String> names) {
        List<Map.Entry<String, String>> others = new ArrayList<>(headers);
        others.removeIf(header -> names.test(header.getKey()));
        return new Answer(status, others, json, content);
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    /** {@return the headers in order} */
    public List<Map.Entry<String, String>> headers() {
        return headers;
    }

    /** {@return the body if it is JSON} */
    public Optional<JsonNode> json() {
        return Optional.ofNullable(json);
    }

    /** {@return the body's bytes; none for an empty answer} */
    public Content content() {
        if (json != null) {
            byte[] bytes = Json.write(json);
            return new Content(bytes.length, () -> new ByteArrayInputStream(bytes));
        }
        return content == null ? new Content(0, InputStream::nullInputStream) : content;
    }

    /**
     * Bytes that can be read when they are needed.
     *
     * @param length how many, {@link #UNKNOWN} if they come little by little
     * @param source opens them
     */
    public record Content(long length, Source source) {
        /** The length of what is sent as it comes. */
        public static final long UNKNOWN = -1;

        /** {@return whether the bytes come little by little, for as long as somebody listens} */
        public boolean isFeed() {
            return length == UNKNOWN;
        }
    }

    /** Opens the bytes of a body. */
    @FunctionalInterface
    public interface Source {
        /**
         * Opens the bytes.
         *
         * @return the bytes, to be closed by the caller
         * @throws IOException if they cannot be read
         */
        InputStream open() throws IOException;
    }
}
