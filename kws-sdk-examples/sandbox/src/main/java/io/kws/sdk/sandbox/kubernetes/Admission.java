package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import io.kws.sdk.sandbox.kubernetes.ApiError.Cause;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets new objects in: refuses those that do not belong, and fills in what depends on others.
 *
 * @param cluster where
 */
record Admission(Cluster cluster) {
    private static final String NONE = "None";
    private static final int FIRST_NODE_PORT = 30_000;

    void requireNamespace(Kind kind, String namespace, String name) {
        ObjectNode found = cluster.store()
                .find(Kind.NAMESPACES, "", namespace)
                .orElseThrow(() -> ApiError.notFound(Kind.NAMESPACES, namespace));
        if (Meta.isGoing(found)) {
            throw ApiError.forbidden(
                            kind,
                            name,
                            "unable to create new content in namespace " + namespace
                                    + " because it is being terminated")
                    .withCause(new Cause(
                            "metadata.namespace",
                            "NamespaceTerminating",
                            "namespace " + namespace + " is being terminated"));
        }
    }

    /** Fills in what depends on others. */
    void complete(Kind kind, ObjectNode object) {
        switch (kind) {
            case PODS -> pod(object);
            case SERVICES -> addresses(object.withObject("/spec"));
            case INGRESSES -> ingressClass(object);
            case PERSISTENT_VOLUME_CLAIMS -> claim(object);
            case PERSISTENT_VOLUMES -> Meta.addFinalizer(object, Claims.VOLUME_IN_USE);
            default -> {}
        }
    }

    private void pod(ObjectNode pod) {
        ObjectNode spec = pod.withObject("/spec");
        String account = spec.path("serviceAccountName").asText("default");
        if (cluster.store()
                .find(Kind.SERVICE_ACCOUNTS, Meta.namespace(pod), account)
                .isEmpty()) {
            throw ApiError.forbidden(
                    Kind.PODS,
                    Meta.name(pod),
                    "error looking up service account %s/%s: serviceaccount \"%s\" not found"
                            .formatted(Meta.namespace(pod), account, account));
        }
        spec.put("serviceAccountName", account).put("serviceAccount", account);
        for (JsonNode range : cluster.store().list(Kind.LIMIT_RANGES, Meta.namespace(pod))) {
            for (JsonNode limit : range.path("spec").path("limits")) {
                if (limit.path("type").asText().equals("Container")) {
                    limitContainers(pod, limit);
                }
            }
        }
        pod.withObject("/status").put("phase", "Pending").put("qosClass", quality(pod));
    }

    private static void limitContainers(ObjectNode pod, JsonNode limit) {
        for (JsonNode container : pod.path("spec").path("containers")) {
            if (container instanceof ObjectNode written) {
                ObjectNode resources = written.withObject("/resources");
                fill(resources, "limits", limit.path("default"));
                fill(resources, "requests", limit.path("defaultRequest"));
                fill(resources, "requests", limit.path("default"));
                requireWithin(pod, resources, limit);
            }
        }
    }

    private static void fill(ObjectNode resources, String bound, JsonNode amounts) {
        amounts.properties().forEach(amount -> {
            ObjectNode bounds = resources.withObject("/" + bound);
            if (!bounds.has(amount.getKey())) {
                bounds.set(amount.getKey(), amount.getValue());
            }
        });
    }

    private static void requireWithin(ObjectNode pod, ObjectNode resources, JsonNode limit) {
        limit.path("max").properties().forEach(most -> {
            String asked = resources.path("limits").path(most.getKey()).asText("0");
            String max = most.getValue().asText();
            if (Quantity.read(asked).isMoreThan(Quantity.read(max))) {
                throw ApiError.forbidden(
                        Kind.PODS,
                        Meta.name(pod),
                        "maximum %s usage per Container is %s, but limit is %s".formatted(most.getKey(), max, asked));
            }
        });
    }

    private static String quality(ObjectNode pod) {
        boolean isNamed = false;
        boolean isGuaranteed = true;
        for (JsonNode container : pod.path("spec").path("containers")) {
            JsonNode resources = container.path("resources");
            isNamed |=
                    resources.path("requests").size() + resources.path("limits").size() > 0;
            isGuaranteed &= resources.path("limits").size() >= 2
                    && resources.path("limits").equals(resources.path("requests"));
        }
        return isNamed ? isGuaranteed ? "Guaranteed" : "Burstable" : "BestEffort";
    }

    private void addresses(ObjectNode spec) {
        boolean isNumbered =
                !spec.has("clusterIP") && !spec.path("type").asText().equals("ExternalName");
        if (isNumbered) {
            spec.put("clusterIP", cluster.scenario().nextServiceAddress());
        }
        if (spec.has("clusterIP")) {
            spec.set("clusterIPs", Json.texts(List.of(spec.path("clusterIP").asText(NONE))));
        }
        boolean isOpened =
                Set.of("NodePort", "LoadBalancer").contains(spec.path("type").asText());
        for (JsonNode port : spec.path("ports")) {
            if (isOpened && port instanceof ObjectNode written && !written.has("nodePort")) {
                written.put("nodePort", freeNodePort(spec));
            }
        }
    }

    private int freeNodePort(ObjectNode unfinished) {
        Set<Integer> taken = new HashSet<>();
        unfinished.path("ports").forEach(port -> taken.add(port.path("nodePort").asInt()));
        for (JsonNode service : cluster.store().list(Kind.SERVICES, "")) {
            service.path("spec")
                    .path("ports")
                    .forEach(port -> taken.add(port.path("nodePort").asInt()));
        }
        int port = FIRST_NODE_PORT;
        while (taken.contains(port)) {
            port++;
        }
        return port;
    }

    private void ingressClass(ObjectNode ingress) {
        boolean isNamed = ingress.path("spec").has("ingressClassName")
                || !Meta.annotation(ingress, "kubernetes.io/ingress.class").isEmpty();
        if (!isNamed) {
            cluster.store().list(Kind.INGRESS_CLASSES, "").stream()
                    .filter(each -> Meta.annotation(each, "ingressclass.kubernetes.io/is-default-class")
                            .equals("true"))
                    .findFirst()
                    .ifPresent(each -> ingress.withObject("/spec").put("ingressClassName", Meta.name(each)));
        }
    }

    private void claim(ObjectNode claim) {
        Meta.addFinalizer(claim, Claims.IN_USE);
        if (!claim.path("spec").has("storageClassName")) {
            cluster.store().list(Kind.STORAGE_CLASSES, "").stream()
                    .filter(each -> Meta.annotation(each, "storageclass.kubernetes.io/is-default-class")
                            .equals("true"))
                    .findFirst()
                    .ifPresent(each -> claim.withObject("/spec").put("storageClassName", Meta.name(each)));
        }
    }
}
