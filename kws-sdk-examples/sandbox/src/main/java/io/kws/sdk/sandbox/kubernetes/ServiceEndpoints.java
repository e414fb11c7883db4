package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.util.List;

/**
 * Writes down which Pods are behind Services.
 *
 * @param cluster where
 */
record ServiceEndpoints(Cluster cluster) {
    void putInOrder(String namespace) {
        cluster.store().list(Kind.SERVICES, namespace).stream()
                .filter(service -> !service.at("/spec/selector").isEmpty())
                .forEach(this::write);
        cluster.store().list(Kind.ENDPOINTS, namespace).stream()
                .filter(each -> cluster.store()
                        .find(Kind.SERVICES, namespace, Meta.name(each))
                        .isEmpty())
                .forEach(each -> cluster.store().remove(Kind.ENDPOINTS, each));
    }

    private void write(ObjectNode service) {
        String namespace = Meta.namespace(service);
        ObjectNode endpoints = cluster.store()
                .find(Kind.ENDPOINTS, namespace, Meta.name(service))
                .map(ObjectNode::deepCopy)
                .orElseGet(() -> begin(service));
        ArrayNode subsets = Json.array();
        List<ObjectNode> pods = behind(service);
        ObjectNode subset = Json.object();
        pods.forEach(pod -> subset.withArray(Pods.isReady(pod) ? "addresses" : "notReadyAddresses")
                .addObject()
                .put("ip", pod.at("/status/podIP").asText())
                .put("nodeName", Node.nameOn(cluster.site()))
                .set("targetRef", reference(pod)));
        if (!pods.isEmpty()) {
            subset.set("ports", ports(service, pods.get(0)));
            subsets.add(subset);
        }
        endpoints.set("subsets", subsets);
        cluster.store().put(Kind.ENDPOINTS, endpoints);
    }

    private ObjectNode begin(ObjectNode service) {
        ObjectNode endpoints = Cluster.named(Meta.namespace(service), Meta.name(service));
        endpoints.put("apiVersion", Kind.VERSION).put("kind", Kind.ENDPOINTS.word());
        Meta.of(endpoints).put("uid", cluster.site().ids().uuid()).put("creationTimestamp", cluster.now());
        return endpoints;
    }

    /** The Pods with an address that a Service selects. */
    List<ObjectNode> behind(JsonNode service) {
        Selector selector = Selector.ofLabels(service.at("/spec/selector"));
        return cluster.store().list(Kind.PODS, Meta.namespace(service)).stream()
                .filter(selector::matches)
                .filter(pod -> !Meta.isGoing(pod) && !Pods.isOver(pod))
                .filter(pod -> pod.path("status").has("podIP"))
                .toList();
    }

    private static ObjectNode reference(ObjectNode pod) {
        return Json.object()
                .put("kind", Kind.PODS.word())
                .put("namespace", Meta.namespace(pod))
                .put("name", Meta.name(pod))
                .put("uid", Meta.uid(pod));
    }

    private static ArrayNode ports(JsonNode service, JsonNode pod) {
        ArrayNode ports = Json.array();
        for (JsonNode port : service.at("/spec/ports")) {
            ObjectNode written = ports.addObject();
            if (port.has("name")) {
                written.set("name", port.get("name"));
            }
            written.put("port", target(port, pod)).set("protocol", port.path("protocol"));
        }
        return ports;
    }

    /** The port of a Pod that a Service's port leads to: a number, or the name of one. */
    static int target(JsonNode port, JsonNode pod) {
        JsonNode target = port.path("targetPort");
        if (target.isInt()) {
            return target.asInt();
        }
        for (JsonNode container : pod.at("/spec/containers")) {
            for (JsonNode each : container.path("ports")) {
                if (each.path("name").asText().equals(target.asText())) {
                    return each.path("containerPort").asInt();
                }
            }
        }
        return port.path("port").asInt();
    }
}
