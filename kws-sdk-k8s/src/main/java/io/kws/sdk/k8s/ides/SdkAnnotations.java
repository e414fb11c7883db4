package io.kws.sdk.k8s.ides;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The marks that say whose a workspace is: the labels and annotations of the SDK. */
final class SdkAnnotations {
    private static final String MARK = "kws.";
    private static final List<String> PLACES = List.of("labels", "annotations");

    private SdkAnnotations() {}

    /** Tells whether a label or annotation is one. */
    static boolean isMark(String key) {
        return key.startsWith(MARK);
    }

    private static Map<String, String> at(String place, JsonNode object) {
        Map<String, String> marks =
                new TreeMap<>(Json.texts(object.path("metadata").path(place)));
        marks.keySet().removeIf(key -> !isMark(key));
        return marks;
    }

    /** Gives one object the marks of another, and no others. */
    static void copy(JsonNode from, ObjectNode to) {
        change(to.deepCopy(), from, to);
    }

    /** Makes the difference between two objects' marks in a third, where that still says what the first one does. */
    static void change(JsonNode from, JsonNode to, ObjectNode changed) {
        for (String place : PLACES) {
            Map<String, String> before = at(place, from);
            Map<String, String> after = at(place, to);
            Map<String, String> now = at(place, changed);
            ObjectNode pairs = changed.withObject("/metadata/" + place);
            before.forEach((key, value) -> {
                if (!after.containsKey(key) && value.equals(now.get(key))) {
                    pairs.remove(key);
                }
            });
            after.forEach((key, value) -> {
                boolean isDifferent = !value.equals(before.get(key));
                boolean isAsBefore = Objects.equals(before.get(key), now.get(key));
                if (isDifferent && isAsBefore) {
                    pairs.put(key, value);
                }
            });
        }
    }
}
