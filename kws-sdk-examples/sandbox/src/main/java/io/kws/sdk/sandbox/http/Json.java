package io.kws.sdk.sandbox.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

/** JSON trees and their text. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** {@return a new, empty object} */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** {@return a new, empty array} */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /**
     * Makes an array of texts.
     *
     * @param values the texts
     * @return a new array
     */
    public static ArrayNode texts(Collection<String> values) {
        ArrayNode array = array();
        values.forEach(array::add);
        return array;
    }

    /**
     * Makes an array.
     *
     * @param values its elements
     * @return a new array
     */
    public static ArrayNode list(Collection<? extends JsonNode> values) {
        return array().addAll(values);
    }

    /**
     * Puts a value under a name.
     *
     * @param name the name
     * @param value the value
     * @return a new object of the one field
     */
    public static ObjectNode wrap(String name, JsonNode value) {
        ObjectNode object = object();
        object.set(name, value);
        return object;
    }

    /**
     * Reads a tree.
     *
     * @param text the text
     * @return the tree
     * @throws IOException if it is not JSON
     */
    public static JsonNode read(byte[] text) throws IOException {
        return MAPPER.readTree(text);
    }

    /**
     * Writes a tree.
     *
     * @param tree the tree
     * @return its text
     */
    public static byte[] write(JsonNode tree) {
        try {
            return MAPPER.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
