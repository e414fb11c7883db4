package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** By which field the elements of lists are told apart, as the types' own descriptions say (x-kubernetes-list-map-keys). */
final class MergeKeys {
    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("containers", "name"),
            Map.entry("initContainers", "name"),
            Map.entry("volumes", "name"),
            Map.entry("env", "name"),
            Map.entry("volumeMounts", "mountPath"),
            Map.entry("imagePullSecrets", "name"),
            Map.entry("hostAliases", "ip"),
            Map.entry("conditions", "type"),
            Map.entry("ownerReferences", "uid"),
            Map.entry("secrets", "name"));
    private static final Set<String> SETS = Set.of("finalizers");

    private MergeKeys() {}

    /** Returns the key of a list's elements; empty for a list that is one value. */
    static String of(String list, JsonNode elements) {
        if (list.equals("ports")) {
            boolean isContainers = elements.path(0).has("containerPort");
            return isContainers ? "containerPort" : elements.path(0).has("port") ? "port" : "";
        }
        return KEYS.getOrDefault(list, "");
    }

    /** Whether a list's elements are told apart by themselves. */
    static boolean isSet(String list) {
        return SETS.contains(list);
    }
}
