package io.kws.sdk.sandbox.nova;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Writes JSON as Python does in Nova's messages. */
final class Python {
    private Python() {}

    static String repr(JsonNode value) {
        if (value.isObject()) {
            List<String> fields = new ArrayList<>();
            value.properties().forEach(field -> fields.add("'" + field.getKey() + "': " + repr(field.getValue())));
            return "{" + String.join(", ", fields) + "}";
        }
        if (value.isArray()) {
            List<String> elements = new ArrayList<>();
            value.forEach(element -> elements.add(repr(element)));
            return "[" + String.join(", ", elements) + "]";
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "True" : "False";
        }
        if (value.isNull() || value.isMissingNode()) {
            return "None";
        }
        return value.isTextual() ? "'" + value.asText() + "'" : value.asText();
    }
}
