package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what all objects have. */
final class Meta {
    static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

    private Meta() {}

    static String name(JsonNode object) {
        return object.path("metadata").path("name").asText();
    }

    static String namespace(JsonNode object) {
        return object.path("metadata").path("namespace").asText();
    }

    static String uid(JsonNode object) {
        return object.path("metadata").path("uid").asText();
    }

    static String version(JsonNode object) {
        return object.path("metadata").path("resourceVersion").asText();
    }

    static String label(JsonNode object, String key) {
        return object.path("metadata").path("labels").path(key).asText("");
    }

    static String annotation(JsonNode object, String key) {
        return object.path("metadata").path("annotations").path(key).asText("");
    }

    static boolean isGoing(JsonNode object) {
        return object.path("metadata").has("deletionTimestamp");
    }

    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    /** The metadata, to be written. */
    static ObjectNode of(ObjectNode object) {
        return object.withObject("/metadata");
    }

    /** The owner that manages an object. */
    static Optional<JsonNode> controller(JsonNode object) {
        for (JsonNode owner : object.path("metadata").path("ownerReferences")) {
            if (owner.path("controller").asBoolean()) {
                return Optional.of(owner);
            }
        }
        return Optional.empty();
    }

    static boolean isControlledBy(JsonNode object, JsonNode owner) {
        return controller(object)
                .filter(reference -> reference.path("uid").asText().equals(uid(owner)))
                .isPresent();
    }

    static ArrayNode ownedBy(Kind kind, JsonNode owner) {
        ArrayNode references = Json.array();
        references
                .addObject()
                .put("apiVersion", kind.apiVersion())
                .put("kind", kind.word())
                .put("name", name(owner))
                .put("uid", uid(owner))
                .put("controller", true)
                .put("blockOwnerDeletion", true);
        return references;
    }

    static boolean hasFinalizer(JsonNode object, String finalizer) {
        for (JsonNode each : object.path("metadata").path("finalizers")) {
            if (each.asText().equals(finalizer)) {
                return true;
            }
        }
        return false;
    }

    static void addFinalizer(ObjectNode object, String finalizer) {
        if (!hasFinalizer(object, finalizer)) {
            of(object).withArray("finalizers").add(finalizer);
        }
    }

    static void removeFinalizer(ObjectNode object, String finalizer) {
        ArrayNode others = Json.array();
        for (JsonNode each : object.path("metadata").path("finalizers")) {
            if (!each.asText().equals(finalizer)) {
                others.add(each);
            }
        }
        of(object).remove("finalizers");
        if (!others.isEmpty()) {
            of(object).set("finalizers", others);
        }
    }
}
