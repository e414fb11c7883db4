package io.kws.sdk.driver.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.errors.ServiceFailureException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes JSON. Tolerates unknown fields, as services may be newer than the SDK; so answers are read as trees and
 * not by the models of the wrapped clients.
 */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
    private static final ObjectMapper SORTING =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

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

    /**
     * Reads an object.
     *
     * @param bytes text in UTF-8
     * @return the object; empty if the text is not a JSON object
     */
    public static Optional<JsonNode> parse(byte[] bytes) {
        return parseAny(bytes).filter(JsonNode::isObject);
    }

    /**
     * Reads an object.
     *
     * @param text the text
     * @return the object; empty if the text is not a JSON object
     */
    public static Optional<JsonNode> parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads any JSON.
     *
     * @param bytes text in UTF-8
     * @return the JSON; empty if the text is not JSON
     */
    public static Optional<JsonNode> parseAny(byte[] bytes) {
        try {
            return Optional.ofNullable(MAPPER.readTree(bytes)).filter(json -> !json.isMissingNode());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads an object that the SDK itself has written.
     *
     * @param text the text
     * @return the object; an empty one if the text is not a JSON object
     */
    public static JsonNode read(String text) {
        return parse(text).orElse(object());
    }

    /**
     * Reads a list.
     *
     * @param text the text
     * @return the list; an empty one if the text is not a JSON list
     */
    public static JsonNode list(String text) {
        return parseAny(text.getBytes(StandardCharsets.UTF_8))
                .filter(JsonNode::isArray)
                .orElseGet(MAPPER::createArrayNode);
    }

    /**
     * Reads the object that an answer consists of.
     *
     * @param request the request
     * @param answer its answer
     * @return the object; an empty one if the body is empty and the request was not a read
     * @throws ServiceFailureException if the body is something else
     */
    public static JsonNode read(ServiceRequest request, ServiceAnswer answer) {
        byte[] bytes = answer.bytes();
        return bytes.length == 0 && !request.method().equals("GET")
                ? object()
                : parse(bytes)
                        .orElseThrow(() -> request.judged(
                                new ServiceFailureException("the answer to " + request + " is not a JSON object")));
    }

    /**
     * Returns a text that the service must send, such as an ID.
     *
     * @param json the object
     * @param field the field's name
     * @return the text
     * @throws ServiceFailureException if the field is missing or empty
     */
    public static String text(JsonNode json, String field) {
        String text = json.path(field).asText("");
        if (text.isEmpty()) {
            throw new ServiceFailureException("the answer lacks the field \"" + field + "\"");
        }
        return text;
    }

    /**
     * Returns an object of texts, such as labels.
     *
     * @param object the object; may be missing
     * @return its texts in their order
     */
    public static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText("")));
        return texts;
    }

    /**
     * Reads a time in the format of RFC 3339; without a zone, as some services write it, it is in UTC.
     *
     * @param text the field; may be missing
     * @return the time; empty if the field holds none
     */
    public static Optional<Instant> time(JsonNode text) {
        String time = text.asText("");
        try {
            return Optional.of(
                    time.endsWith("Z")
                            ? Instant.parse(time)
                            : LocalDateTime.parse(time).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Reads a time in the format of RFC 3339.
     *
     * @param text the field; may be missing
     * @return the time; the epoch if the field holds none
     */
    public static Instant instant(JsonNode text) {
        return time(text).orElse(Instant.EPOCH);
    }

    /**
     * Returns JSON as a model of a wrapped client.
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
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }

    /**
     * Returns JSON with the fields of each object sorted by name, so that equal values have equal texts.
     *
     * @param text any JSON
     * @return the same value in one form
     */
    public static String sorted(String text) {
        try {
            return SORTING.writeValueAsString(SORTING.readValue(text, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }
}
