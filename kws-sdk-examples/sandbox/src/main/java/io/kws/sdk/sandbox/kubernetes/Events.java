package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;

/**
 * Writes events; one that comes again is counted.
 *
 * @param cluster where
 */
record Events(Cluster cluster) {
    static final String NORMAL = "Normal";
    static final String WARNING = "Warning";
    static final String KUBELET = "kubelet";
    static final String SCHEDULER = "default-scheduler";

    /**
     * What is told.
     *
     * @param component who tells it
     * @param type {@link #NORMAL} or {@link #WARNING}
     * @param reason in one word
     * @param message in full
     */
    record Note(String component, String type, String reason, String message) {}

    void tell(Kind kind, JsonNode object, Note note) {
        tell(reference(kind, object), Meta.namespace(object), note);
    }

    /** Tells something about the container of a Pod. */
    void tell(JsonNode pod, String container, Note note) {
        tell(
                reference(Kind.PODS, pod).put("fieldPath", "spec.containers{" + container + "}"),
                Meta.namespace(pod),
                note);
    }

    private static ObjectNode reference(Kind kind, JsonNode object) {
        return Json.object()
                .put("kind", kind.word())
                .put("namespace", Meta.namespace(object))
                .put("name", Meta.name(object))
                .put("uid", Meta.uid(object))
                .put("apiVersion", kind.apiVersion())
                .put("resourceVersion", Meta.version(object));
    }

    private void tell(ObjectNode about, String namespace, Note note) {
        boolean isEnding = cluster.store()
                .find(Kind.NAMESPACES, "", namespace)
                .map(Meta::isGoing)
                .orElse(true);
        if (isEnding) {
            return;
        }
        String name = about.path("name").asText() + "."
                + Integer.toHexString((note
                                + about.path("uid").asText()
                                + about.path("fieldPath").asText())
                        .hashCode());
        ObjectNode event = cluster.store()
                .find(Kind.EVENTS, namespace, name)
                .map(ObjectNode::deepCopy)
                .orElseGet(() -> begin(Cluster.named(namespace, name), about, note));
        event.put("count", event.path("count").asInt() + 1).put("lastTimestamp", cluster.now());
        cluster.store().put(Kind.EVENTS, event);
    }

    private ObjectNode begin(ObjectNode event, ObjectNode about, Note note) {
        event.put("apiVersion", Kind.VERSION).put("kind", Kind.EVENTS.word());
        Meta.of(event).put("uid", cluster.site().ids().uuid()).put("creationTimestamp", cluster.now());
        event.set("involvedObject", about);
        event.put("reason", note.reason()).put("message", note.message()).put("type", note.type());
        ObjectNode source = event.putObject("source").put("component", note.component());
        if (note.component().equals(KUBELET)) {
            source.put("host", Node.nameOn(cluster.site()));
        }
        return event.put("firstTimestamp", cluster.now())
                .put("reportingComponent", "")
                .put("reportingInstance", "");
    }
}
