package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Selects objects by fields, of which each kind offers a few. Immutable. */
final class FieldSelector {
    private static final Map<Kind, Set<String>> FIELDS = Map.of(
            Kind.PODS,
            Set.of(
                    "spec.nodeName",
                    "spec.restartPolicy",
                    "spec.schedulerName",
                    "spec.serviceAccountName",
                    "status.phase",
                    "status.podIP",
                    "status.nominatedNodeName"),
            Kind.EVENTS,
            Set.of(
                    "involvedObject.kind",
                    "involvedObject.namespace",
                    "involvedObject.name",
                    "involvedObject.uid",
                    "involvedObject.apiVersion",
                    "involvedObject.resourceVersion",
                    "involvedObject.fieldPath",
                    "reason",
                    "source",
                    "type"),
            Kind.SECRETS,
            Set.of("type"),
            Kind.NAMESPACES,
            Set.of("status.phase"),
            Kind.REPLICA_SETS,
            Set.of("status.replicas"),
            Kind.NODES,
            Set.of("spec.unschedulable"));

    private final List<Predicate<JsonNode>> requirements = new ArrayList<>();

    private FieldSelector() {}

    /** Reads the query {@code fieldSelector}. */
    static FieldSelector parse(Kind kind, String text) {
        FieldSelector selector = new FieldSelector();
        for (String part : text.isBlank() ? new String[0] : text.split(",", -1)) {
            String[] sides = part.split("!=|==?", 2);
            if (sides.length < 2) {
                throw ApiError.badRequest("invalid selector: '" + text + "'; can't understand '" + part + "'");
            }
            requireKnown(kind, sides[0]);
            String pointer = "/" + sides[0].replace('.', '/');
            boolean isWanted = !part.contains("!=");
            selector.requirements.add(object -> object.at(pointer).asText("").equals(sides[1]) == isWanted);
        }
        return selector;
    }

    private static void requireKnown(Kind kind, String field) {
        boolean known = Set.of("metadata.name", "metadata.namespace").contains(field)
                || FIELDS.getOrDefault(kind, Set.of()).contains(field);
        if (!known) {
            throw ApiError.badRequest("field label not supported: " + field);
        }
    }

    boolean matches(JsonNode object) {
        return requirements.stream().allMatch(requirement -> requirement.test(object));
    }
}
