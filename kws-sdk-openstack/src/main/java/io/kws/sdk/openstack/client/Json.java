package io.kws.sdk.openstack.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.errors.ServiceFailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads and writes JSON, tolerant of fields it does not know. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);

    private Json() {}

    /** {@return a new empty object} */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /**
     * Returns any value as JSON.
     *
     * @param value maps, lists, texts, numbers
     * @return the same as JSON
     */
    public static JsonNode of(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Returns the object that the bytes hold, or nothing if they hold none. */
    static Optional<JsonNode> parse(byte[] bytes) {
        return parseAny(bytes).filter(JsonNode::isObject);
    }

    /** Returns the JSON that the bytes hold, or nothing if they hold none. */
    static Optional<JsonNode> parseAny(byte[] bytes) {
        try {
            return Optional.ofNullable(MAPPER.readTree(bytes)).filter(json -> !json.isMissingNode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads JSON that stands in a text of other JSON.
     *
     * @param text the text
     * @return the list that it holds; an empty one if it holds none
     */
    public static JsonNode list(String text) {
        return parseAny(text.getBytes(StandardCharsets.UTF_8))
                .filter(JsonNode::isArray)
                .orElseGet(MAPPER::createArrayNode);
    }

    /** Returns the object that an answer holds. */
    static JsonNode read(Exchange exchange, Answer answer) {
        byte[] bytes = answer.bytes();
        return bytes.length == 0 && !exchange.method().equals("GET")
                ? object()
                : parse(bytes)
                        .orElseThrow(() -> exchange.judged(new ServiceFailureException(
                                "the answer to %s is no JSON object".formatted(HttpSender.describe(exchange)))));
    }

    /**
     * Returns a text that every such thing has, as its ID.
     *
     * @param json the thing
     * @param field the field's name
     * @return the text
     * @throws ServiceFailureException if there is none
     */
    public static String text(JsonNode json, String field) {
        String text = json.path(field).asText("");
        if (text.isEmpty()) {
            throw new ServiceFailureException("the answer lacks the field \"" + field + "\"");
        }
        return text;
    }

    /**
     * Reads a time; some services write no zone, and mean UTC.
     *
     * @param json the thing
     * @param field the field's name
     * @return the time; nothing if the field tells none
     */
    public static Optional<Instant> time(JsonNode json, String field) {
        String text = json.path(field).asText("");
        try {
            return Optional.of(
                    text.endsWith("Z")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns JSON as one of openstack4j's models.
     *
     * @param json the model's own fields, without its root name
     * @param model its class
     * @param <M> its class
     * @return the model
     * @throws ServiceFailureException if the JSON does not fit
     */
    public static <M> M as(JsonNode json, Class<M> model) {
        try {
            return MAPPER.treeToValue(json, model);
        } catch (JsonProcessingException e) {
            throw new ServiceFailureException(
                    "the answer does not fit %s: %s".formatted(model.getSimpleName(), e.getOriginalMessage()), e);
        }
    }

    /**
     * Writes a value.
     *
     * @param value JSON, or what {@link #of} takes
     * @return its text in UTF-8
     */
    public static byte[] bytes(Object value) {
        return bytes(MAPPER, value);
    }

    static byte[] bytes(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }
}
