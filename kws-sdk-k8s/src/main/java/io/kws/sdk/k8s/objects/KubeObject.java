package io.kws.sdk.k8s.objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.driver.http.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An object of a cluster, as the API returned it: any kind, any version, fields that the driver does not know included
 * (API conventions, "Objects"). Prints its namespace and name only, as it may hold secrets. Immutable.
 *
 * @param json the whole object; never changed, see {@link #copy}
 */
public record KubeObject(JsonNode json) {
    /** {@return its name} */
    public String name() {
        return metadata().path("name").asText("");
    }

    /** {@return its namespace; empty for an object of the whole cluster} */
    public String namespace() {
        return metadata().path("namespace").asText("");
    }

    /** {@return its namespace, a slash and its name; only the name for an object of the whole cluster} */
    public String id() {
        return namespace().isEmpty() ? name() : namespace() + "/" + name();
    }

    /** {@return what sets it apart from a later object of the same name} */
    public String uid() {
        return metadata().path("uid").asText("");
    }

    /**
     * Tells whether another object is this one, perhaps in another version.
     *
     * @param other the other object
     * @return whether both have the same UID
     */
    public boolean isSame(KubeObject other) {
        return uid().equals(other.uid());
    }

    /** {@return its version, which each write changes} */
    public String resourceVersion() {
        return metadata().path("resourceVersion").asText("");
    }

    /** {@return the version of its spec, which each change of the spec raises} */
    public long generation() {
        return metadata().path("generation").asLong();
    }

    /** {@return its labels; a copy} */
    public Map<String, String> labels() {
        return Json.texts(metadata().path("labels"));
    }

    /**
     * Returns a label.
     *
     * @param key the label's key
     * @return its value; empty if it has none of that key
     */
    public String label(String key) {
        return metadata().path("labels").path(key).asText("");
    }

    /** {@return its annotations; a copy} */
    public Map<String, String> annotations() {
        return Json.texts(metadata().path("annotations"));
    }

    /**
     * Returns an annotation.
     *
     * @param key the annotation's key
     * @return its value; empty if it has none of that key
     */
    public String annotation(String key) {
        return metadata().path("annotations").path(key).asText("");
    }

    /**
     * Returns an annotation that is a time.
     *
     * @param key the annotation's key
     * @return the time; empty if it has none of that key, or one that cannot be read
     */
    public Optional<Instant> timeAnnotation(String key) {
        return Json.time(metadata().path("annotations").path(key));
    }

    /** {@return when it was created; empty if the cluster does not say} */
    public Optional<Instant> created() {
        return Json.time(metadata().path("creationTimestamp"));
    }

    /** {@return whether its deletion has begun} */
    public boolean isBeingDeleted() {
        return metadata().has("deletionTimestamp");
    }

    /** {@return the ID of the rental that it was created for; empty if there is none} */
    public String rental() {
        return label(Labels.RENTAL);
    }

    /** {@return its spec; a missing node if it has none} */
    public JsonNode spec() {
        return json.path("spec");
    }

    /** {@return its status; a missing node if it has none} */
    public JsonNode status() {
        return json.path("status");
    }

    /** {@return what its Pods are created from, read as an object with labels and a spec} */
    public KubeObject template() {
        return new KubeObject(spec().path("template"));
    }

    /**
     * Looks for a condition.
     *
     * @param type such as {@code Ready}
     * @param status {@code True}, {@code False} or {@code Unknown}
     * @return its message, which may be empty; nothing if the object has no such condition, or in another status
     */
    public Optional<String> condition(String type, String status) {
        for (JsonNode condition : status().path("conditions")) {
            if (condition.path("type").asText("").equals(type)
                    && condition.path("status").asText("").equals(status)) {
                return Optional.of(condition.path("message").asText(""));
            }
        }
        return Optional.empty();
    }

    /** {@return a copy that may be edited} */
    public ObjectNode copy() {
        return json.deepCopy();
    }

    private JsonNode metadata() {
        return json.path("metadata");
    }

    @Override
    public String toString() {
        return id();
    }
}
