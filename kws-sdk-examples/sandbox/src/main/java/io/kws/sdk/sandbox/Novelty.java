package io.kws.sdk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a field that no client knows into every object, as newer services do. */
final class Novelty {
    private static final String NAME = "x_sandbox_novelty";

    // Their keys are the user's own words, not fields of the protocol.
    private static final Set<String> WORDS = Set.of(
            "metadata",
            "meta",
            "addresses",
            "extra_specs",
            "volume_image_metadata",
            "options",
            "labels",
            "environment",
            "annotations",
            "matchLabels",
            "selector",
            "nodeSelector",
            "data",
            "limits",
            "requests",
            "hard",
            "used",
            "capacity");
    private static final Set<String> NUMBERS = Set.of("absolute", "usages");

    private Novelty() {}

    static void addTo(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                if (NUMBERS.contains(field.getKey()) && field.getValue() instanceof ObjectNode numbers) {
                    numbers.put(NAME, -1);
                } else if (!WORDS.contains(field.getKey())) {
                    addTo(field.getValue());
                }
            }
            object.put(NAME, "something new");
        } else {
            tree.forEach(Novelty::addTo);
        }
    }
}
