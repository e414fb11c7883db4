package io.kws.sdk.sandbox.neutron;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Query;
import io.kws.sdk.sandbox.http.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Picks what a query asks for: any attribute, several values of one meaning either. */
final class Filter {
    private static final Set<String> CONTROLS =
            Set.of("fields", "limit", "marker", "page_reverse", "sort_key", "sort_dir");
    private static final Set<String> TAGS = Set.of("tags", "tags-any", "not-tags", "not-tags-any");

    private final Query query;

    Filter(Query query) {
        this.query = query;
    }

    /** Refuses names that are no attributes. */
    void check(Set<String> attributes) {
        List<String> unknown = query.names().stream()
                .filter(name -> !CONTROLS.contains(name) && !TAGS.contains(name) && !attributes.contains(name))
                .sorted()
                .map(name -> "'" + name + "'")
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refusal(400, "HTTPBadRequest", unknown + " is invalid attribute for filtering");
        }
    }

    boolean accepts(ObjectNode row) {
        return query.names().stream().filter(name -> !CONTROLS.contains(name)).allMatch(name -> accepts(row, name));
    }

    private boolean accepts(ObjectNode row, String name) {
        List<String> wanted = query.all(name);
        if (TAGS.contains(name)) {
            return acceptsTags(row, name, wanted);
        }
        return wanted.stream().anyMatch(value -> matches(row.path(name), value));
    }

    private static boolean acceptsTags(ObjectNode row, String name, List<String> wanted) {
        List<String> tags = wanted.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .toList();
        Predicate<String> has = tag -> contains(row.path("tags"), tag);
        boolean found = name.endsWith("any")
                ? tags.stream().anyMatch(has)
                : tags.stream().allMatch(has);
        return name.startsWith("not") != found;
    }

    private static boolean matches(JsonNode attribute, String value) {
        if (attribute.isArray()) {
            return value.contains("=") ? containsPair(attribute, value) : contains(attribute, value);
        }
        if (attribute.isBoolean()) {
            return attribute.asBoolean() == (value.equalsIgnoreCase("true") || value.equals("1"));
        }
        return attribute.asText("").equals(value)
                || ((attribute.isNull() || attribute.isMissingNode()) && (value.isEmpty() || value.equals("None")));
    }

    private static boolean contains(JsonNode array, String value) {
        for (JsonNode element : array) {
            if (element.asText().equals(value)) {
                return true;
            }
        }
        return false;
    }

    /** Matches {@code ip_address=10.0.0.1} against a list of objects. */
    private static boolean containsPair(JsonNode array, String pair) {
        String key = pair.substring(0, pair.indexOf('='));
        String value = pair.substring(pair.indexOf('=') + 1);
        for (JsonNode element : array) {
            String text = element.path(key.replace("_substr", "")).asText();
            if (key.endsWith("_substr") ? text.contains(value) : text.equals(value)) {
                return true;
            }
        }
        return false;
    }
}
