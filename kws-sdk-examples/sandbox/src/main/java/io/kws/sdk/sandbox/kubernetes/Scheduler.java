package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Places Pods on the machine, as long as it has room. */
final class Scheduler {
    private final Cluster cluster;
    private final Events events;

    Scheduler(Cluster cluster) {
        this.cluster = cluster;
        this.events = new Events(cluster);
    }

    /** Places all that wait, or tells why not. */
    void placeAll() {
        List<ObjectNode> pods = cluster.store().list(Kind.PODS, "");
        boolean isAnyWaiting = pods.stream().anyMatch(Scheduler::isWaiting);
        if (!isAnyWaiting) {
            return;
        }
        Map<String, Quantity> free = new TreeMap<>(cluster.scenario().capacity());
        pods.stream().filter(pod -> Pods.isPlaced(pod) && !Pods.isOver(pod)).forEach(pod -> take(free, pod));
        for (ObjectNode pod : pods) {
            if (isWaiting(pod)) {
                Optional<String> problem = unbound(pod).or(() -> lacking(free, pod));
                problem.ifPresentOrElse(why -> refuse(pod, why), () -> {
                    place(pod);
                    take(free, pod);
                });
            }
        }
    }

    private static boolean isWaiting(JsonNode pod) {
        return !Pods.isPlaced(pod) && !Meta.isGoing(pod);
    }

    private static void take(Map<String, Quantity> free, JsonNode pod) {
        needs(pod).forEach((resource, amount) -> free.computeIfPresent(resource, (any, left) -> left.minus(amount)));
    }

    private static Map<String, Quantity> needs(JsonNode pod) {
        return new TreeMap<>(Map.of(
                "cpu", Quotas.sum(pod, "requests", "cpu"),
                "memory", Quotas.sum(pod, "requests", "memory"),
                "pods", Quantity.of(1)));
    }

    private static Optional<String> lacking(Map<String, Quantity> free, JsonNode pod) {
        List<String> reasons = needs(pod).entrySet().stream()
                .filter(need -> need.getValue().isMoreThan(free.getOrDefault(need.getKey(), Quantity.ZERO)))
                .map(need -> need.getKey().equals("pods") ? "1 Too many pods" : "1 Insufficient " + need.getKey())
                .toList();
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of("0/1 nodes are available: %s.".formatted(String.join(", ", reasons)));
    }

    private Optional<String> unbound(JsonNode pod) {
        for (JsonNode volume : pod.at("/spec/volumes")) {
            String claim = volume.at("/persistentVolumeClaim/claimName").asText("");
            if (!claim.isEmpty()) {
                Optional<ObjectNode> found =
                        cluster.store().find(Kind.PERSISTENT_VOLUME_CLAIMS, Meta.namespace(pod), claim);
                if (found.isEmpty()) {
                    return Optional.of("persistentvolumeclaim \"" + claim + "\" not found");
                }
                if (!found.get().at("/status/phase").asText().equals("Bound")) {
                    return Optional.of("0/1 nodes are available: 1 pod has unbound immediate PersistentVolumeClaims.");
                }
            }
        }
        return Optional.empty();
    }

    private void refuse(ObjectNode pod, String why) {
        boolean isKnown = Conditions.find(pod.at("/status/conditions"), "PodScheduled")
                .path("message")
                .asText()
                .equals(why);
        if (!isKnown) {
            setScheduled(pod, why);
            events.tell(Kind.PODS, pod, new Events.Note(Events.SCHEDULER, Events.WARNING, "FailedScheduling", why));
        }
    }

    private void place(ObjectNode pod) {
        String node = Node.nameOn(cluster.site());
        cluster.change(Kind.PODS, pod, copy -> copy.withObject("/spec").put("nodeName", node));
        setScheduled(pod, "");
        String message = "Successfully assigned %s/%s to %s".formatted(Meta.namespace(pod), Meta.name(pod), node);
        events.tell(Kind.PODS, pod, new Events.Note(Events.SCHEDULER, Events.NORMAL, "Scheduled", message));
    }

    private void setScheduled(ObjectNode pod, String why) {
        cluster.change(Kind.PODS, pod, copy -> {
            Conditions conditions = new Conditions(Json.object(), cluster.now());
            conditions
                    .add("PodScheduled", why.isEmpty(), why.isEmpty() ? "" : "Unschedulable", why)
                    .putNull("lastProbeTime");
            copy.withObject("/status").set("conditions", conditions.all());
        });
    }
}
