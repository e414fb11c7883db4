package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps as many Pods as ReplicaSets ask for (the replicaset controller). */
final class ReplicaSets {
    private static final String COMPONENT = "replicaset-controller";
    private static final int MOST_AT_ONCE = 500;

    private final Cluster cluster;
    private final Writes writes;
    private final Events events;

    ReplicaSets(Cluster cluster) {
        this.cluster = cluster;
        this.writes = new Writes(cluster);
        this.events = new Events(cluster);
    }

    void putInOrder(ObjectNode set) {
        Optional<String> refusal = Optional.empty();
        if (!Meta.isGoing(set)) {
            List<ObjectNode> pods = pods(set);
            int lacking = set.at("/spec/replicas").asInt() - pods.size();
            if (lacking > 0) {
                refusal = make(set, Math.min(lacking, MOST_AT_ONCE));
            } else {
                pods.stream()
                        .sorted(Comparator.comparing(Pods::isReady))
                        .limit(-lacking)
                        .forEach(pod -> end(set, pod));
            }
        }
        tell(set, refusal);
    }

    private List<ObjectNode> pods(ObjectNode set) {
        return cluster.store().list(Kind.PODS, Meta.namespace(set)).stream()
                .filter(pod -> Meta.isControlledBy(pod, set))
                .filter(pod -> !Meta.isGoing(pod))
                .filter(pod -> !Set.of("Failed", "Succeeded")
                        .contains(pod.at("/status/phase").asText()))
                .toList();
    }

    /** Makes Pods; returns why not. */
    private Optional<String> make(ObjectNode set, int count) {
        for (int made = 0; made < count; made++) {
            ObjectNode pod = Json.object();
            Meta.of(pod).put("generateName", Meta.name(set) + "-");
            JsonNode template = set.at("/spec/template");
            for (String field : List.of("labels", "annotations")) {
                if (template.path("metadata").has(field)) {
                    Meta.of(pod).set(field, template.path("metadata").get(field).deepCopy());
                }
            }
            Meta.of(pod).set("ownerReferences", Meta.ownedBy(Kind.REPLICA_SETS, set));
            pod.set("spec", template.path("spec").deepCopy());
            try {
                ObjectNode done = writes.create(Kind.PODS, Meta.namespace(set), pod, Author.CONTROLLER);
                note(set, Events.NORMAL, "SuccessfulCreate", "Created pod: " + Meta.name(done));
            } catch (ApiError e) {
                note(set, Events.WARNING, "FailedCreate", "Error creating: " + e.getMessage());
                return Optional.ofNullable(e.getMessage());
            }
        }
        return Optional.empty();
    }

    private void end(ObjectNode set, ObjectNode pod) {
        new Deletion(cluster).delete(Kind.PODS, pod, Deletion.Options.BACKGROUND);
        note(set, Events.NORMAL, "SuccessfulDelete", "Deleted pod: " + Meta.name(pod));
    }

    private void note(ObjectNode set, String type, String reason, String message) {
        events.tell(Kind.REPLICA_SETS, set, new Events.Note(COMPONENT, type, reason, message));
    }

    private void tell(ObjectNode set, Optional<String> refusal) {
        List<ObjectNode> pods = pods(set);
        int ready = (int) pods.stream().filter(Pods::isReady).count();
        ObjectNode status = Json.object()
                .put("observedGeneration", set.at("/metadata/generation").asLong())
                .put("replicas", pods.size());
        DeploymentStatus.put(status, "fullyLabeledReplicas", pods.size());
        DeploymentStatus.put(status, "readyReplicas", ready);
        DeploymentStatus.put(status, "availableReplicas", ready);
        Conditions conditions = new Conditions(set.path("status"), cluster.now());
        JsonNode former = conditions.former("ReplicaFailure");
        refusal.ifPresent(message -> conditions.add(
                "ReplicaFailure",
                true,
                "FailedCreate",
                former.isEmpty() ? message : former.path("message").asText()));
        if (!conditions.all().isEmpty()) {
            status.set("conditions", conditions.all());
        }
        cluster.status(Kind.REPLICA_SETS, set, status);
    }
}
