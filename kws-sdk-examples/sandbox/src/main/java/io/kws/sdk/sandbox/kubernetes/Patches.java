package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.util.Map;

/** Changes objects by patches: merge (RFC 7396), strategic merge, and lists of operations (RFC 6902). */
final class Patches {
    private static final String DIRECTIVE = "$patch";
    private static final String DELETED = "$deleteFromPrimitiveList/";
    private static final String ORDER = "$setElementOrder/";
    private static final String RETAINED = "$retainKeys";

    private Patches() {}

    /** Puts the fields of a patch into an object; null removes one. */
    static void merge(ObjectNode object, JsonNode patch) {
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                object.remove(field.getKey());
            } else if (value.isObject()) {
                merge(inner(object, field.getKey()), value);
            } else {
                object.set(field.getKey(), value.deepCopy());
            }
        }
    }

    private static ObjectNode inner(ObjectNode object, String field) {
        return object.get(field) instanceof ObjectNode inner ? inner : object.putObject(field);
    }

    /** Merges as {@link #merge}, and the elements of lists one by one, where they can be told apart. */
    static void mergeStrategically(ObjectNode object, JsonNode patch) {
        if (patch.path(DIRECTIVE).asText().equals("replace")) {
            object.removeAll();
        }
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (name.startsWith(DELETED)) {
                removeValues(object, name.substring(DELETED.length()), value);
            } else if (name.equals(RETAINED)) {
                retain(object, value);
            } else if (!name.equals(DIRECTIVE) && !name.startsWith(ORDER)) {
                set(object, name, value);
            }
        }
    }

    private static void set(ObjectNode object, String name, JsonNode value) {
        boolean isDeleted = value.isNull() || value.path(DIRECTIVE).asText().equals("delete");
        if (isDeleted) {
            object.remove(name);
        } else if (value.isObject()) {
            mergeStrategically(inner(object, name), value);
        } else if (value instanceof ArrayNode list) {
            object.set(name, merged(name, object.path(name), list));
        } else {
            object.set(name, value);
        }
    }

    private static ArrayNode merged(String name, JsonNode present, ArrayNode patch) {
        String key = MergeKeys.of(name, patch);
        ArrayNode all = present instanceof ArrayNode list ? list.deepCopy() : Json.array();
        if (MergeKeys.isSet(name)) {
            patch.forEach(value -> add(all, value));
            return all;
        }
        if (key.isEmpty()) {
            return patch.deepCopy();
        }
        for (JsonNode element : patch) {
            if (element.path(DIRECTIVE).asText().equals("replace")) {
                all.removeAll();
            } else {
                mergeElement(all, key, element);
            }
        }
        return all;
    }

    private static void add(ArrayNode all, JsonNode value) {
        for (JsonNode each : all) {
            if (each.equals(value)) {
                return;
            }
        }
        all.add(value);
    }

    private static void mergeElement(ArrayNode all, String key, JsonNode element) {
        int index = indexOf(all, key, element.path(key));
        boolean isDeleted = element.path(DIRECTIVE).asText().equals("delete");
        if (isDeleted && index >= 0) {
            all.remove(index);
        } else if (!isDeleted) {
            ObjectNode target = index >= 0 && all.get(index) instanceof ObjectNode found ? found : all.addObject();
            mergeStrategically(target, element);
        }
    }

    /** Where the element with that key is; -1 for nowhere. */
    static int indexOf(JsonNode list, String key, JsonNode value) {
        for (int index = 0; index < list.size(); index++) {
            if (list.get(index).path(key).equals(value)) {
                return index;
            }
        }
        return -1;
    }

    private static void removeValues(ObjectNode object, String name, JsonNode values) {
        ArrayNode left = Json.array();
        for (JsonNode each : object.path(name)) {
            boolean isRemoved = false;
            for (JsonNode value : values) {
                isRemoved |= value.equals(each);
            }
            if (!isRemoved) {
                left.add(each);
            }
        }
        object.set(name, left);
    }

    private static void retain(ObjectNode object, JsonNode names) {
        ObjectNode kept = object.deepCopy();
        object.removeAll();
        for (JsonNode name : names) {
            if (kept.has(name.asText())) {
                object.set(name.asText(), kept.get(name.asText()));
            }
        }
    }

    /** Carries out operations one after another. */
    static void operate(ObjectNode object, JsonNode operations) {
        for (JsonNode operation : operations) {
            JsonPointer path = JsonPointer.compile(operation.path("path").asText());
            JsonNode value = operation.path("value");
            switch (operation.path("op").asText()) {
                case "add", "replace" ->
                    put(object, path, value, operation.path("op").asText());
                case "remove" -> remove(object, path);
                case "test" -> {
                    if (!object.at(path).equals(value)) {
                        throw ApiError.of(422, "the server rejected our request due to an error in our request");
                    }
                }
                default -> throw ApiError.badRequest("unexpected operation: " + operation);
            }
        }
    }

    private static void put(ObjectNode object, JsonPointer path, JsonNode value, String operation) {
        JsonNode parent = object.at(path.head());
        String last = path.last().getMatchingProperty();
        if (parent instanceof ObjectNode fields && (operation.equals("add") || fields.has(last))) {
            fields.set(last, value);
        } else if (parent instanceof ArrayNode list && last.equals("-")) {
            list.add(value);
        } else if (parent instanceof ArrayNode list && operation.equals("add")) {
            list.insert(path.last().getMatchingIndex(), value);
        } else if (parent instanceof ArrayNode list && list.has(path.last().getMatchingIndex())) {
            list.set(path.last().getMatchingIndex(), value);
        } else {
            throw ApiError.of(422, "the server rejected our request due to an error in our request");
        }
    }

    private static void remove(ObjectNode object, JsonPointer path) {
        JsonNode parent = object.at(path.head());
        JsonNode removed = null;
        if (parent instanceof ObjectNode fields) {
            removed = fields.remove(path.last().getMatchingProperty());
        } else if (parent instanceof ArrayNode list) {
            removed = list.remove(path.last().getMatchingIndex());
        }
        if (removed == null) {
            throw ApiError.of(422, "the server rejected our request due to an error in our request");
        }
    }
}
