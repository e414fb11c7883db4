package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells how far a Deployment is. For one thread. */
final class DeploymentStatus {
    private static final String PROGRESSING = "Progressing";
    private static final String TIMED_OUT = "ProgressDeadlineExceeded";

    private final ObjectNode deployment;
    private final List<ObjectNode> versions;
    private final Optional<ObjectNode> newest;
    private final String now;
    private boolean waiting;

    DeploymentStatus(ObjectNode deployment, List<ObjectNode> versions, Optional<ObjectNode> newest, String now) {
        this.deployment = deployment;
        this.versions = versions;
        this.newest = newest;
        this.now = now;
    }

    /** Whether it begins to wait for something that may never come. */
    boolean isWaiting() {
        return waiting;
    }

    ObjectNode write() {
        JsonNode former = deployment.path("status");
        int replicas = sum("replicas");
        int available = sum("availableReplicas");
        int updated = newest.map(set -> set.at("/status/replicas").asInt()).orElse(0);
        ObjectNode status = Json.object()
                .put("observedGeneration", deployment.at("/metadata/generation").asLong());
        put(status, "replicas", replicas);
        put(status, "updatedReplicas", updated);
        put(status, "readyReplicas", sum("readyReplicas"));
        put(status, "availableReplicas", available);
        put(status, "unavailableReplicas", Math.max(0, Deployments.wanted(deployment) - available));
        Conditions conditions = new Conditions(former, now);
        available(conditions, available);
        progressing(conditions, status, former);
        newest.map(set -> Conditions.find(set.at("/status/conditions"), "ReplicaFailure"))
                .filter(failure -> !failure.isEmpty())
                .ifPresent(failure -> conditions
                        .add(
                                "ReplicaFailure",
                                true,
                                failure.path("reason").asText(),
                                failure.path("message").asText())
                        .put("lastUpdateTime", now));
        status.set("conditions", conditions.all());
        return status;
    }

    /** What is nought is not written. */
    static void put(ObjectNode status, String field, int number) {
        if (number != 0) {
            status.put(field, number);
        }
    }

    private int sum(String field) {
        return versions.stream()
                .mapToInt(set -> set.path("status").path(field).asInt())
                .sum();
    }

    private void available(Conditions conditions, int available) {
        boolean isEnough = available >= Deployments.wanted(deployment) - Deployments.unavailable(deployment);
        ObjectNode condition = isEnough
                ? conditions.add("Available", true, "MinimumReplicasAvailable", "Deployment has minimum availability.")
                : conditions.add(
                        "Available",
                        false,
                        "MinimumReplicasUnavailable",
                        "Deployment does not have minimum availability.");
        condition.put("lastUpdateTime", condition.path("lastTransitionTime").asText());
    }

    private void progressing(Conditions conditions, ObjectNode status, JsonNode former) {
        JsonNode before = conditions.former(PROGRESSING);
        if (newest.isEmpty()) {
            return;
        }
        String name = Meta.name(newest.get());
        boolean isNew = !before.path("message").asText().contains("\"" + name + "\"");
        boolean isFurther = !amounts(status).equals(amounts(former));
        if (isComplete(status)) {
            add(conditions, before, "NewReplicaSetAvailable", "ReplicaSet \"%s\" has successfully progressed.", name);
        } else if (isNew) {
            waiting = true;
            add(conditions, before, "NewReplicaSetCreated", "Created new replica set \"%s\"", name);
        } else if (isFurther && status.path("replicas").asInt() > 0) {
            waiting = true;
            add(conditions, Json.object(), "ReplicaSetUpdated", "ReplicaSet \"%s\" is progressing.", name);
        } else if (isOutOfTime(before)) {
            add(conditions, before, TIMED_OUT, "ReplicaSet \"%s\" has timed out progressing.", name);
        } else {
            conditions.all().add(before);
        }
    }

    private static List<Integer> amounts(JsonNode status) {
        return List.of(
                status.path("replicas").asInt(),
                status.path("updatedReplicas").asInt(),
                status.path("availableReplicas").asInt());
    }

    private boolean isComplete(ObjectNode status) {
        int wanted = Deployments.wanted(deployment);
        return amounts(status).stream().allMatch(amount -> amount == wanted);
    }

    private boolean isOutOfTime(JsonNode before) {
        boolean isWaitingStill = !before.path("reason").asText().equals("NewReplicaSetAvailable");
        Instant last = Instant.parse(before.path("lastUpdateTime").asText());
        Instant end =
                last.plusSeconds(deployment.at("/spec/progressDeadlineSeconds").asLong());
        return isWaitingStill && end.isBefore(Instant.parse(now));
    }

    private void add(Conditions conditions, JsonNode before, String reason, String message, String name) {
        String told = message.formatted(name);
        boolean isSame = before.path("reason").asText().equals(reason)
                && before.path("message").asText().equals(told);
        conditions
                .add(PROGRESSING, !reason.equals(TIMED_OUT), reason, told)
                .put("lastUpdateTime", isSame ? before.path("lastUpdateTime").asText() : now);
    }
}
