package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Selects objects by labels. Immutable. */
final class Selector {
    private static final Pattern SET = Pattern.compile("\\s*([^\\s=!,()]+)\\s+(in|notin)\\s*\\(([^)]*)\\)\\s*");
    private static final Pattern EQUALITY = Pattern.compile("\\s*([^\\s=!,()]+)\\s*(==|!=|=)\\s*([^\\s=!,()]*)\\s*");
    private static final Pattern EXISTENCE = Pattern.compile("\\s*(!?)\\s*([^\\s=!,()]+)\\s*");

    private final List<Predicate<Map<String, String>>> requirements = new ArrayList<>();

    private Selector() {}

    /** Reads the query {@code labelSelector}. */
    static Selector parse(String text) {
        Selector selector = new Selector();
        for (String part : text.isBlank() ? new String[0] : text.split(",(?![^(]*\\))", -1)) {
            selector.requirements.add(requirement(part));
        }
        return selector;
    }

    private static Predicate<Map<String, String>> requirement(String part) {
        Matcher set = SET.matcher(part);
        if (set.matches()) {
            List<String> values = List.of(set.group(3).strip().split("\\s*,\\s*", -1));
            return operator(set.group(1), set.group(2).equals("in") ? "In" : "NotIn", values);
        }
        Matcher equality = EQUALITY.matcher(part);
        if (equality.matches()) {
            String operator = equality.group(2).equals("!=") ? "NotIn" : "In";
            return operator(equality.group(1), operator, List.of(equality.group(3)));
        }
        Matcher existence = EXISTENCE.matcher(part);
        if (existence.matches()) {
            return operator(existence.group(2), existence.group(1).isEmpty() ? "Exists" : "DoesNotExist", List.of());
        }
        throw ApiError.badRequest("unable to parse requirement: " + part);
    }

    /** Reads {@code matchLabels} and {@code matchExpressions}. */
    static Selector of(JsonNode labelSelector) {
        Selector selector = ofLabels(labelSelector.path("matchLabels"));
        for (JsonNode expression : labelSelector.path("matchExpressions")) {
            List<String> values = new ArrayList<>();
            expression.path("values").forEach(value -> values.add(value.asText()));
            selector.requirements.add(operator(
                    expression.path("key").asText(), expression.path("operator").asText(), values));
        }
        return selector;
    }

    /** Selects what has all these labels. */
    static Selector ofLabels(JsonNode labels) {
        Selector selector = new Selector();
        Meta.texts(labels).forEach((key, value) -> selector.requirements.add(operator(key, "In", List.of(value))));
        return selector;
    }

    private static Predicate<Map<String, String>> operator(String key, String operator, List<String> values) {
        return switch (operator) {
            case "In" -> labels -> labels.containsKey(key) && values.contains(labels.get(key));
            case "NotIn" -> labels -> !labels.containsKey(key) || !values.contains(labels.get(key));
            case "Exists" -> labels -> labels.containsKey(key);
            case "DoesNotExist" -> labels -> !labels.containsKey(key);
            default -> throw ApiError.badRequest("\"" + operator + "\" is not a valid label selector operator");
        };
    }

    boolean isEmpty() {
        return requirements.isEmpty();
    }

    boolean matches(JsonNode object) {
        return matchesLabels(object.path("metadata").path("labels"));
    }

    boolean matchesLabels(JsonNode labels) {
        Map<String, String> texts = Meta.texts(labels);
        return requirements.stream().allMatch(requirement -> requirement.test(texts));
    }
}
