package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The fields of objects as FieldsV1 writes them: each a path of {@code f:NAME}, {@code k:{KEY}} and {@code v:VALUE}. */
final class FieldSet {
    private static final Set<String> NOBODYS = Set.of("apiVersion", "kind", "status");
    private static final Set<String> METADATA = Set.of("labels", "annotations", "finalizers", "ownerReferences");

    private FieldSet() {}

    /** Returns the fields of an object that somebody can own, each with its value. */
    static Map<List<String>, JsonNode> of(JsonNode object) {
        Map<List<String>, JsonNode> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (field.getKey().equals("metadata")) {
                field.getValue().properties().stream()
                        .filter(inner -> METADATA.contains(inner.getKey()))
                        .forEach(inner -> read(fields, List.of("f:metadata", "f:" + inner.getKey()), inner.getValue()));
            } else if (!NOBODYS.contains(field.getKey())) {
                read(fields, List.of("f:" + field.getKey()), field.getValue());
            }
        }
        return fields;
    }

    private static void read(Map<List<String>, JsonNode> fields, List<String> path, JsonNode value) {
        String name = path.get(path.size() - 1).substring(2);
        if (value.isObject() && !value.isEmpty() && !name.equals("selector")) {
            value.properties().forEach(inner -> read(fields, with(path, "f:" + inner.getKey()), inner.getValue()));
        } else if (value.isArray() && MergeKeys.isSet(name)) {
            value.forEach(element -> fields.put(with(path, "v:" + element), element));
        } else if (value.isArray() && !MergeKeys.of(name, value).isEmpty()) {
            String key = MergeKeys.of(name, value);
            for (JsonNode element : value) {
                List<String> at = with(path, "k:" + Json.object().set(key, element.path(key)));
                element.properties().forEach(inner -> read(fields, with(at, "f:" + inner.getKey()), inner.getValue()));
            }
        } else {
            fields.put(path, value);
        }
    }

    private static List<String> with(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }

    /** Writes paths as the one tree that they make. */
    static ObjectNode write(Set<List<String>> paths) {
        ObjectNode tree = Json.object();
        for (List<String> path : paths) {
            ObjectNode at = tree;
            for (String step : path) {
                at = at.get(step) instanceof ObjectNode inner ? inner : at.putObject(step);
            }
        }
        return tree;
    }

    /** Reads the paths to the leaves of a tree. */
    static Set<List<String>> read(JsonNode tree) {
        Set<List<String>> paths = new TreeSet<>((one, other) -> one.toString().compareTo(other.toString()));
        collect(tree, List.of(), paths);
        return paths;
    }

    private static void collect(JsonNode tree, List<String> path, Set<List<String>> paths) {
        if (tree.isEmpty() && !path.isEmpty()) {
            paths.add(path);
        }
        tree.properties().forEach(inner -> collect(inner.getValue(), with(path, inner.getKey()), paths));
    }

    /** Writes a path as messages do: {@code .spec.template.spec.containers[name="app"].image}. */
    static String tell(List<String> path) {
        StringBuilder text = new StringBuilder();
        for (String step : path) {
            if (step.startsWith("f:")) {
                text.append('.').append(step.substring(2));
            } else if (step.startsWith("k:")) {
                text.append('[')
                        .append(step.substring(3, step.length() - 1).replaceFirst("\"([^\"]*)\":", "$1="))
                        .append(']');
            } else {
                text.append('[').append(step.substring(2)).append(']');
            }
        }
        return text.toString();
    }

    /** Removes what a path leads to, and what is empty then. */
    static void remove(JsonNode object, List<String> path) {
        String step = path.get(0);
        JsonNode inner = find(object, step);
        if (path.size() > 1) {
            remove(inner, path.subList(1, path.size()));
        }
        boolean isKeyOnly = step.startsWith("k:") && inner.size() <= 1;
        if (path.size() == 1 || inner.isEmpty() || isKeyOnly) {
            drop(object, step);
        }
    }

    private static JsonNode find(JsonNode object, String step) {
        if (step.startsWith("f:")) {
            return object.path(step.substring(2));
        }
        for (JsonNode element : object) {
            if (isIt(element, step)) {
                return element;
            }
        }
        return Json.object();
    }

    private static boolean isIt(JsonNode element, String step) {
        return step.startsWith("v:")
                ? step.equals("v:" + element)
                : isKeyed(element, step.substring(3, step.length() - 1));
    }

    private static boolean isKeyed(JsonNode element, String keyAndValue) {
        String key = keyAndValue.substring(1, keyAndValue.indexOf('"', 1));
        return keyAndValue.equals("\"" + key + "\":" + element.path(key));
    }

    private static void drop(JsonNode object, String step) {
        if (object instanceof ObjectNode fields) {
            fields.remove(step.substring(2));
        } else {
            for (var elements = object.elements(); elements.hasNext(); ) {
                if (isIt(elements.next(), step)) {
                    elements.remove();
                }
            }
        }
    }
}
