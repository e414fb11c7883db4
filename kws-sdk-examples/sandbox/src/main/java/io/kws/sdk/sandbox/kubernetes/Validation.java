package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.sandbox.kubernetes.ApiError.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what is wrong with an object in itself. */
final class Validation {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private static final String SUBDOMAIN = LABEL + "(\\." + LABEL + ")*";
    private static final String LABEL_1035 = "[a-z]([-a-z0-9]*[a-z0-9])?";
    private static final String SELECTOR = "/spec/selector";
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_SUBDOMAIN = 253;

    private final List<Cause> causes = new ArrayList<>();

    private Validation() {}

    /** Refuses what is wrong with a new object. */
    static void check(Kind kind, JsonNode object) {
        Validation validation = new Validation();
        validation.name(kind, Meta.name(object));
        validation.labels(object.path("metadata").path("labels"), "metadata.labels");
        validation.content(kind, object);
        validation.end(kind, object);
    }

    /** Refuses what is wrong with a change. */
    static void check(Kind kind, JsonNode object, JsonNode before) {
        Validation validation = new Validation();
        validation.labels(object.path("metadata").path("labels"), "metadata.labels");
        validation.content(kind, object);
        if (kind.isScaled() && !object.at(SELECTOR).equals(before.at(SELECTOR))) {
            String words = "v1.LabelSelector{MatchLabels:%s, MatchExpressions:[]v1.LabelSelectorRequirement(nil)}"
                    .formatted(map(object.at(SELECTOR).path("matchLabels")));
            validation.causes.add(Cause.invalid("spec.selector", words, "field is immutable"));
        }
        if (kind == Kind.PERSISTENT_VOLUME_CLAIMS) {
            validation.same("spec.storageClassName", object, before);
        }
        if (kind == Kind.ROLE_BINDINGS) {
            validation.same("roleRef", object, before);
        }
        validation.end(kind, object);
    }

    private void end(Kind kind, JsonNode object) {
        if (!causes.isEmpty()) {
            throw ApiError.invalid(kind, Meta.name(object), causes);
        }
    }

    private void same(String field, JsonNode object, JsonNode before) {
        JsonNode now = object.at("/" + field.replace('.', '/'));
        if (!now.equals(before.at("/" + field.replace('.', '/')))) {
            causes.add(Cause.invalid(field, now.toString(), "field is immutable"));
        }
    }

    private void name(Kind kind, String name) {
        if (name.isEmpty()) {
            causes.add(Cause.required("metadata.name", "name or generateName is required"));
        } else if (kind == Kind.SERVICES) {
            rule(
                    name,
                    LABEL_1035,
                    LONGEST_LABEL,
                    "a DNS-1035 label must consist of lower case alphanumeric"
                            + " characters or '-', start with an alphabetic character, and end with an alphanumeric character"
                            + " (e.g. 'my-name',  or 'abc-123', regex used for validation is '" + LABEL_1035 + "')");
        } else if (kind == Kind.NAMESPACES) {
            rule(
                    name,
                    LABEL,
                    LONGEST_LABEL,
                    "a lowercase RFC 1123 label must consist of lower case alphanumeric"
                            + " characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',"
                            + "  or '123-abc', regex used for validation is '" + LABEL + "')");
        } else if (!kind.group().startsWith("rbac")) {
            rule(
                    name,
                    SUBDOMAIN,
                    LONGEST_SUBDOMAIN,
                    "a lowercase RFC 1123 subdomain must consist of lower case"
                            + " alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character"
                            + " (e.g. 'example.com', regex used for validation is '" + SUBDOMAIN + "')");
        }
    }

    private void rule(String name, String pattern, int longest, String words) {
        if (!name.matches(pattern)) {
            causes.add(Cause.invalid("metadata.name", quoted(name), words));
        }
        if (name.length() > longest) {
            causes.add(Cause.invalid("metadata.name", quoted(name), "must be no more than " + longest + " characters"));
        }
    }

    private void labels(JsonNode labels, String field) {
        Meta.texts(labels).forEach((key, value) -> {
            String name = key.substring(key.indexOf('/') + 1);
            if (!name.matches("[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?") || name.length() > LONGEST_LABEL) {
                causes.add(Cause.invalid(
                        field,
                        quoted(key),
                        "name part must consist of alphanumeric characters,"
                                + " '-', '_' or '.', and must start and end with an alphanumeric character"));
            }
            if (!value.matches("([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?") || value.length() > LONGEST_LABEL) {
                causes.add(Cause.invalid(
                        field,
                        quoted(value),
                        "a valid label must be an empty string or consist of"
                                + " alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                                + " character"));
            }
        });
    }

    private void content(Kind kind, JsonNode object) {
        JsonNode spec = object.path("spec");
        switch (kind) {
            case DEPLOYMENTS, REPLICA_SETS -> workload(spec);
            case PODS -> podSpec(spec, "spec");
            case SERVICES -> service(spec);
            case PERSISTENT_VOLUME_CLAIMS -> claim(spec);
            default -> {}
        }
    }

    private void workload(JsonNode spec) {
        JsonNode labels = spec.path("template").path("metadata").path("labels");
        if (spec.path("replicas").asInt() < 0) {
            causes.add(Cause.invalid(
                    "spec.replicas", spec.path("replicas").asText(), "must be greater than or equal to 0"));
        }
        Selector selector = Selector.of(spec.path("selector"));
        if (selector.isEmpty()) {
            causes.add(Cause.required("spec.selector", ""));
        }
        boolean isLabelled = selector.isEmpty() ? !labels.isEmpty() : selector.matchesLabels(labels);
        if (!isLabelled) {
            causes.add(Cause.invalid(
                    "spec.template.metadata.labels", map(labels), "`selector` does not match template `labels`"));
        }
        labels(labels, "spec.template.labels");
        podSpec(spec.path("template").path("spec"), "spec.template.spec");
    }

    private static String map(JsonNode labels) {
        if (labels.isEmpty()) {
            return "map[string]string(nil)";
        }
        return Meta.texts(labels).entrySet().stream()
                .map(label -> quoted(label.getKey()) + ":" + quoted(label.getValue()))
                .collect(Collectors.joining(", ", "map[string]string{", "}"));
    }

    private void podSpec(JsonNode spec, String field) {
        if (spec.path("containers").isEmpty()) {
            causes.add(Cause.required(field + ".containers", ""));
        }
        int number = 0;
        for (JsonNode container : spec.path("containers")) {
            container(container, "%s.containers[%d]".formatted(field, number++));
        }
    }

    private void container(JsonNode container, String field) {
        if (container.path("name").asText().isEmpty()) {
            causes.add(Cause.required(field + ".name", ""));
        }
        if (container.path("image").asText().isEmpty()) {
            causes.add(Cause.required(field + ".image", ""));
        }
        JsonNode resources = container.path("resources");
        for (Map.Entry<String, JsonNode> request : resources.path("requests").properties()) {
            String limit = resources.path("limits").path(request.getKey()).asText("");
            String requested = request.getValue().asText();
            if (!limit.isEmpty() && Quantity.read(requested).isMoreThan(Quantity.read(limit))) {
                causes.add(Cause.invalid(
                        field + ".resources.requests",
                        quoted(requested),
                        "must be less than or equal to " + request.getKey() + " limit"));
            }
        }
        for (JsonNode port : container.path("ports")) {
            port(port.path("containerPort"), field + ".ports.containerPort");
        }
    }

    private void port(JsonNode port, String field) {
        if (port.asInt() < 1 || port.asInt() > 65_535) {
            causes.add(Cause.invalid(field, port.asText("0"), "must be between 1 and 65535, inclusive"));
        }
    }

    private void service(JsonNode spec) {
        boolean isName = spec.path("type").asText().equals("ExternalName");
        if (spec.path("ports").isEmpty() && !isName) {
            causes.add(Cause.required("spec.ports", ""));
        }
        spec.path("ports").forEach(port -> port(port.path("port"), "spec.ports[0].port"));
    }

    private void claim(JsonNode spec) {
        if (spec.path("accessModes").isEmpty()) {
            causes.add(Cause.required("spec.accessModes", "at least 1 access mode is required"));
        }
        if (!spec.path("resources").path("requests").has("storage")) {
            causes.add(Cause.required("spec.resources[storage]", ""));
        }
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }
}
