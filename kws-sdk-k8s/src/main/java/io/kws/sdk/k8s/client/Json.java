package io.kws.sdk.k8s.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the API's answers. Not by client-java's models: those refuse each field that they do not know, so that a cluster
 * newer than the client could not be read.
 */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectMapper SORTING =
            new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private Json() {}

    /** {@return a new empty object} */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Returns the object that a text holds, or nothing if it holds none. */
    static Optional<JsonNode> parse(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text)).filter(JsonNode::isObject);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the object that our own text holds.
     *
     * @param text the text
     * @return the object; an empty one if it holds none
     */
    public static JsonNode read(String text) {
        return parse(text).orElse(object());
    }

    /**
     * Returns our own text with the fields of each object in the order of their names, so that equal values read equal.
     *
     * @param text any JSON
     * @return the same in one form
     */
    public static String sorted(String text) {
        try {
            return SORTING.writeValueAsString(SORTING.readValue(text, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    /**
     * Returns an object of texts, such as labels.
     *
     * @param object the object, or nothing in its place
     * @return its texts
     */
    public static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    /**
     * Returns a moment.
     *
     * @param text in the form of RFC 3339
     * @return the moment; the epoch if there is none
     */
    public static Instant instant(JsonNode text) {
        return time(text).orElse(Instant.EPOCH);
    }

    /**
     * Returns a moment that may not be known.
     *
     * @param text in the form of RFC 3339
     * @return the moment; nothing if there is none, or none that can be read
     */
    public static Optional<Instant> time(JsonNode text) {
        try {
            return Optional.of(Instant.parse(text.asText("")));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
