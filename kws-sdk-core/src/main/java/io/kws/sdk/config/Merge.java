package io.kws.sdk.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** openstacksdk's two ways to lay one mapping over another. */
final class Merge {
    private Merge() {}

    /** Mappings are merged at every depth; anything else above replaces what is below ({@code merge_clouds}). */
    static Map<String, Object> deep(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> merged = new LinkedHashMap<>(below);
        above.forEach((key, value) -> {
            boolean both = value instanceof Map && merged.get(key) instanceof Map;
            merged.put(key, both ? deep(nested(merged, key), nested(above, key)) : value);
        });
        return merged;
    }

    /** Only {@code auth} is merged, everything else above replaces what is below ({@code _auth_update}). */
    static Map<String, Object> withAuth(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> merged = new LinkedHashMap<>(below);
        merged.putAll(above);
        if (below.get("auth") instanceof Map && above.get("auth") instanceof Map) {
            Map<String, Object> auth = new LinkedHashMap<>(nested(below, "auth"));
            auth.putAll(nested(above, "auth"));
            merged.put("auth", auth);
        }
        return merged;
    }

    private static Map<String, Object> nested(Map<String, Object> map, String key) {
        return YamlFile.keyed((Map<?, ?>) map.getOrDefault(key, Map.of()));
    }
}
