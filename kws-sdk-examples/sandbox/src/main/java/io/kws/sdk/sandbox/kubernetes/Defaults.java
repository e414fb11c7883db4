package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Fills in what is left out of an object, as far as that depends on nothing else. */
final class Defaults {
    private Defaults() {}

    static void fill(Kind kind, ObjectNode object) {
        clean(object);
        object.put("apiVersion", kind.apiVersion()).put("kind", kind.word());
        switch (kind) {
            case DEPLOYMENTS -> deployment(object.withObject("/spec"));
            case REPLICA_SETS -> {
                put(object.withObject("/spec"), "replicas", 1);
                podSpec(object.withObject("/spec/template/spec"));
            }
            case PODS -> pod(object.withObject("/spec"));
            case SERVICES -> service(object);
            case SECRETS -> secret(object);
            case INGRESSES -> status(object, "loadBalancer");
            case NAMESPACES -> namespace(object);
            case PERSISTENT_VOLUME_CLAIMS -> claim(object);
            case PERSISTENT_VOLUMES -> volume(object);
            case STORAGE_CLASSES -> {
                put(object, "reclaimPolicy", "Delete");
                put(object, "volumeBindingMode", "Immediate");
            }
            default -> {}
        }
        if (kind.isScaled()) {
            object.withObject("/spec/template/metadata").putNull("creationTimestamp");
        }
        if (kind.hasStatus() && !object.has("status")) {
            object.putObject("status");
        }
    }

    /** Nothing is told by a null, and next to nothing by an empty list. */
    private static void clean(JsonNode tree) {
        if (tree instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                boolean isEmpty =
                        field.getValue().isNull() || (field.getValue() instanceof ArrayNode array && array.isEmpty());
                if (isEmpty) {
                    object.remove(field.getKey());
                }
            }
        }
        tree.forEach(Defaults::clean);
    }

    private static void put(ObjectNode object, String field, String value) {
        if (!object.has(field)) {
            object.put(field, value);
        }
    }

    private static void put(ObjectNode object, String field, int value) {
        if (!object.has(field)) {
            object.put(field, value);
        }
    }

    private static void status(ObjectNode object, String field) {
        if (!object.path("status").has(field)) {
            object.withObject("/status").putObject(field);
        }
    }

    private static void deployment(ObjectNode spec) {
        put(spec, "replicas", 1);
        put(spec, "revisionHistoryLimit", 10);
        put(spec, "progressDeadlineSeconds", 600);
        ObjectNode strategy = spec.withObject("/strategy");
        put(strategy, "type", "RollingUpdate");
        if (strategy.path("type").asText().equals("RollingUpdate")) {
            put(strategy.withObject("/rollingUpdate"), "maxUnavailable", "25%");
            put(strategy.withObject("/rollingUpdate"), "maxSurge", "25%");
        }
        podSpec(spec.withObject("/template/spec"));
    }

    private static void pod(ObjectNode spec) {
        podSpec(spec);
        put(spec, "priority", 0);
        put(spec, "preemptionPolicy", "PreemptLowerPriority");
        if (!spec.has("enableServiceLinks")) {
            spec.put("enableServiceLinks", true);
        }
    }

    private static void podSpec(ObjectNode spec) {
        put(spec, "restartPolicy", "Always");
        put(spec, "terminationGracePeriodSeconds", 30);
        put(spec, "dnsPolicy", "ClusterFirst");
        put(spec, "schedulerName", "default-scheduler");
        if (!spec.has("securityContext")) {
            spec.putObject("securityContext");
        }
        if (spec.has("serviceAccountName")) {
            spec.set("serviceAccount", spec.get("serviceAccountName"));
        }
        for (JsonNode container : spec.path("containers")) {
            if (container instanceof ObjectNode written) {
                container(written);
            }
        }
    }

    private static void container(ObjectNode container) {
        String image = container.path("image").asText();
        boolean isLatest = image.endsWith(":latest")
                || !image.substring(image.lastIndexOf('/') + 1).matches(".*[:@].*");
        put(container, "imagePullPolicy", isLatest ? "Always" : "IfNotPresent");
        put(container, "terminationMessagePath", "/dev/termination-log");
        put(container, "terminationMessagePolicy", "File");
        ObjectNode resources = container.withObject("/resources");
        resources.path("limits").properties().forEach(limit -> {
            ObjectNode requests = resources.withObject("/requests");
            if (!requests.has(limit.getKey())) {
                requests.set(limit.getKey(), limit.getValue());
            }
        });
        amounts(resources.path("limits"));
        amounts(resources.path("requests"));
        protocols(container.path("ports"));
        for (String probe : List.of("readinessProbe", "livenessProbe", "startupProbe")) {
            if (container.get(probe) instanceof ObjectNode written) {
                probe(written);
            }
        }
    }

    /** Amounts are kept in the shortest form, as far as they can be read. */
    private static void amounts(JsonNode amounts) {
        if (amounts instanceof ObjectNode written) {
            for (Map.Entry<String, JsonNode> amount : List.copyOf(written.properties())) {
                Quantity.parse(amount.getValue().asText())
                        .ifPresent(quantity -> written.put(amount.getKey(), quantity.toString()));
            }
        }
    }

    private static void probe(ObjectNode probe) {
        put(probe, "timeoutSeconds", 1);
        put(probe, "periodSeconds", 10);
        put(probe, "successThreshold", 1);
        put(probe, "failureThreshold", 3);
        if (probe.get("httpGet") instanceof ObjectNode get) {
            put(get, "path", "/");
            put(get, "scheme", "HTTP");
        }
    }

    private static void protocols(JsonNode ports) {
        for (JsonNode port : ports) {
            if (port instanceof ObjectNode written) {
                put(written, "protocol", "TCP");
            }
        }
    }

    private static void service(ObjectNode object) {
        ObjectNode spec = object.withObject("/spec");
        put(spec, "type", "ClusterIP");
        put(spec, "sessionAffinity", "None");
        protocols(spec.path("ports"));
        for (JsonNode port : spec.path("ports")) {
            if (port instanceof ObjectNode written && !written.has("targetPort")) {
                written.set("targetPort", written.path("port"));
            }
        }
        status(object, "loadBalancer");
    }

    private static void secret(ObjectNode object) {
        put(object, "type", "Opaque");
        if (object.remove("stringData") instanceof ObjectNode clear) {
            clear.properties()
                    .forEach(value -> object.withObject("/data")
                            .put(
                                    value.getKey(),
                                    Base64.getEncoder()
                                            .encodeToString(
                                                    value.getValue().asText().getBytes(StandardCharsets.UTF_8))));
        }
    }

    private static void namespace(ObjectNode object) {
        if (!object.path("spec").has("finalizers") && !Meta.isGoing(object)) {
            object.withObject("/spec").set("finalizers", Json.texts(List.of("kubernetes")));
        }
        put(object.withObject("/status"), "phase", "Active");
    }

    private static void claim(ObjectNode object) {
        put(object.withObject("/spec"), "volumeMode", "Filesystem");
        put(object.withObject("/status"), "phase", "Pending");
        amounts(object.path("spec").path("resources").path("requests"));
    }

    private static void volume(ObjectNode object) {
        put(object.withObject("/spec"), "volumeMode", "Filesystem");
        put(object.withObject("/spec"), "persistentVolumeReclaimPolicy", "Retain");
        put(object.withObject("/status"), "phase", "Available");
    }
}
