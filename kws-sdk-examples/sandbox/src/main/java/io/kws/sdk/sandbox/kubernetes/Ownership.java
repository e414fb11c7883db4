package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.kubernetes.ApiError.Cause;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which manager set which fields (metadata.managedFields), and what that means for those who apply.
 *
 * @param kind the objects' kind
 * @param manager who writes now
 * @param time when
 */
record Ownership(Kind kind, String manager, String time) {
    private static final String APPLY = "Apply";
    private static final String UPDATE = "Update";

    /** Notes that the manager changed what differs between two versions. */
    void update(JsonNode before, ObjectNode after) {
        Map<List<String>, JsonNode> old = FieldSet.of(before);
        Map<List<String>, JsonNode> now = FieldSet.of(after);
        Set<List<String>> changed = now.entrySet().stream()
                .filter(field -> !field.getValue().equals(old.get(field.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        ArrayNode entries = Json.array();
        Set<List<String>> mine = new LinkedHashSet<>(changed);
        for (JsonNode entry : managed(before)) {
            Set<List<String>> fields = FieldSet.read(entry.path("fieldsV1"));
            fields.retainAll(now.keySet());
            fields.removeAll(changed);
            if (isOf(entry, UPDATE)) {
                mine.addAll(fields);
            } else {
                add(entries, entry, fields);
            }
        }
        add(entries, entry(UPDATE), mine);
        set(after, entries);
    }

    /**
     * Applies a configuration to an object: its fields become the manager's, and what the manager applied before and
     * leaves out now goes, unless another has it too.
     *
     * @param isForced whether to take fields from others
     */
    ObjectNode apply(JsonNode present, ObjectNode configuration, boolean isForced) {
        Map<List<String>, JsonNode> wanted = FieldSet.of(configuration);
        List<Cause> conflicts = conflicts(present, wanted);
        if (!conflicts.isEmpty() && !isForced) {
            throw refusal(conflicts);
        }
        ObjectNode result = present.deepCopy();
        Set<List<String>> former = new TreeSet<>(Ownership::compare);
        Set<List<String>> others = new TreeSet<>(Ownership::compare);
        ArrayNode entries = Json.array();
        Map<List<String>, JsonNode> now = FieldSet.of(present);
        for (JsonNode entry : managed(present)) {
            Set<List<String>> fields = FieldSet.read(entry.path("fieldsV1"));
            if (isOf(entry, APPLY)) {
                former.addAll(fields);
            } else {
                fields.removeIf(
                        field -> wanted.containsKey(field) && !Objects.equals(wanted.get(field), now.get(field)));
                others.addAll(fields);
                add(entries, entry, fields);
            }
        }
        former.removeAll(wanted.keySet());
        former.removeAll(others);
        former.forEach(field -> FieldSet.remove(result, field));
        ObjectNode fields = configuration.deepCopy();
        fields.remove(List.of("status", "apiVersion", "kind"));
        Patches.mergeStrategically(result, fields);
        add(entries, entry(APPLY), wanted.keySet());
        set(result, entries);
        return result;
    }

    private static int compare(List<String> one, List<String> other) {
        return one.toString().compareTo(other.toString());
    }

    private List<Cause> conflicts(JsonNode present, Map<List<String>, JsonNode> wanted) {
        Map<List<String>, JsonNode> now = FieldSet.of(present);
        List<Cause> conflicts = new ArrayList<>();
        for (JsonNode entry : managed(present)) {
            if (isOf(entry, APPLY)) {
                continue;
            }
            String who = "conflict with \"%s\" using %s"
                    .formatted(
                            entry.path("manager").asText(),
                            entry.path("apiVersion").asText());
            FieldSet.read(entry.path("fieldsV1")).stream()
                    .filter(field -> wanted.containsKey(field) && !Objects.equals(wanted.get(field), now.get(field)))
                    .forEach(field -> conflicts.add(new Cause(FieldSet.tell(field), "FieldManagerConflict", who)));
        }
        return conflicts;
    }

    private static ApiError refusal(List<Cause> conflicts) {
        String count = conflicts.size() == 1 ? "1 conflict" : conflicts.size() + " conflicts";
        Set<String> who = conflicts.stream().map(Cause::message).collect(Collectors.toCollection(LinkedHashSet::new));
        String told = conflicts.size() == 1
                ? conflicts.get(0).message() + ": " + conflicts.get(0).field()
                : who.stream()
                        .map(one -> conflicts.stream()
                                .filter(conflict -> conflict.message().equals(one))
                                .map(conflict -> "\n- " + conflict.field())
                                .collect(Collectors.joining("", one + ":", "")))
                        .collect(Collectors.joining("\n"));
        return ApiError.applyConflicts("Apply failed with %s: %s".formatted(count, told), conflicts);
    }

    private static JsonNode managed(JsonNode object) {
        return object.path("metadata").path("managedFields");
    }

    private boolean isOf(JsonNode entry, String operation) {
        return entry.path("manager").asText().equals(manager)
                && entry.path("operation").asText().equals(operation);
    }

    private ObjectNode entry(String operation) {
        return Json.object()
                .put("manager", manager)
                .put("operation", operation)
                .put("apiVersion", kind.apiVersion())
                .put("time", time)
                .put("fieldsType", "FieldsV1");
    }

    private static void add(ArrayNode entries, JsonNode entry, Set<List<String>> fields) {
        if (!fields.isEmpty()) {
            ObjectNode written = entry.deepCopy();
            written.set("fieldsV1", FieldSet.write(fields));
            entries.add(written);
        }
    }

    private static void set(ObjectNode object, ArrayNode entries) {
        Meta.of(object).remove("managedFields");
        if (!entries.isEmpty()) {
            Meta.of(object).set("managedFields", entries);
        }
    }
}
