package io.kws.sdk.k8s.ides;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.k8s.objects.KubeObject;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** The labels and annotations of the SDK on a workspace, which say to whom it belongs. */
final class SdkAnnotations {
    private static final String PREFIX = "kws.";

    /** Where an object has them, and how they are read. */
    private static final Map<String, Function<KubeObject, Map<String, String>>> FIELDS =
            Map.of("labels", KubeObject::labels, "annotations", KubeObject::annotations);

    private SdkAnnotations() {}

    /** Returns whether a label or annotation is one of the SDK's. */
    static boolean isOurs(String key) {
        return key.startsWith(PREFIX);
    }

    private static Map<String, String> ours(Map<String, String> pairs) {
        Map<String, String> ours = new TreeMap<>(pairs);
        ours.keySet().removeIf(key -> !isOurs(key));
        return ours;
    }

    /** Gives an object those of another instead of its own. */
    static void copy(KubeObject from, ObjectNode to) {
        change(new KubeObject(to.deepCopy()), from, to);
    }

    /** Applies the difference between those of two objects to a third, where that still equals the first. */
    static void change(KubeObject from, KubeObject to, ObjectNode changed) {
        FIELDS.forEach((field, pairs) -> {
            Map<String, String> before = ours(pairs.apply(from));
            Map<String, String> after = ours(pairs.apply(to));
            Map<String, String> now = ours(pairs.apply(new KubeObject(changed)));
            ObjectNode edited = changed.withObject("/metadata/" + field);
            before.forEach((key, value) -> {
                if (!after.containsKey(key) && value.equals(now.get(key))) {
                    edited.remove(key);
                }
            });
            after.forEach((key, value) -> {
                boolean isDifferent = !value.equals(before.get(key));
                boolean isAsBefore = Objects.equals(before.get(key), now.get(key));
                if (isDifferent && isAsBefore) {
                    edited.put(key, value);
                }
            });
        });
    }
}
