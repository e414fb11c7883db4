package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.k8s.workloads.Problem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds what is wrong from what the cluster tells of a Deployment and its Pods (v1 PodStatus, apps/v1 DeploymentStatus). */
final class Problems {
    /** Twice it may be a matter of what the app needs to come first. */
    private static final int CRASHES = 2;

    private static final Set<String> BAD_CONTAINER =
            Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError", "PostStartHookError");

    private final List<Problem> found = new ArrayList<>();

    private Problems() {}

    /** Returns all that is wrong, the most telling first. */
    static List<Problem> of(JsonNode deployment, List<JsonNode> pods) {
        Problems problems = new Problems();
        problems.readDeployment(deployment);
        pods.stream()
                .filter(pod -> !pod.path("metadata").has("deletionTimestamp"))
                .forEach(problems::readPod);
        return problems.found.stream()
                .sorted(Comparator.comparing(Problem::kind))
                .toList();
    }

    /** A quota never shows on a Pod, as there is none. */
    private void readDeployment(JsonNode deployment) {
        for (JsonNode condition : deployment.path("status").path("conditions")) {
            if (is(condition, "ReplicaFailure", "True")) {
                String message = condition.path("message").asText("");
                add(message.contains("exceeded quota") ? Kind.QUOTA : Kind.REFUSED, "", message);
            }
        }
    }

    private void readPod(JsonNode pod) {
        String name = pod.path("metadata").path("name").asText();
        for (JsonNode condition : pod.path("status").path("conditions")) {
            if (is(condition, "PodScheduled", "False")) {
                String message = condition.path("message").asText("");
                boolean isVolume = message.toLowerCase(Locale.ROOT).contains("persistentvolumeclaim");
                add(isVolume ? Kind.VOLUME : Kind.ROOM, isVolume ? claim(pod) : name, message);
            }
        }
        for (JsonNode container : pod.path("status").path("containerStatuses")) {
            readContainer(name, container);
        }
        boolean isFailed = pod.path("status").path("phase").asText().equals("Failed");
        if (isFailed) {
            add(Kind.CONTAINER, name, pod.path("status").path("message").asText("the Pod failed"));
        }
    }

    private static String claim(JsonNode pod) {
        for (JsonNode volume : pod.path("spec").path("volumes")) {
            if (volume.has("persistentVolumeClaim")) {
                return volume.path("persistentVolumeClaim").path("claimName").asText();
            }
        }
        return "";
    }

    private void readContainer(String pod, JsonNode container) {
        JsonNode waiting = container.path("state").path("waiting");
        String reason = waiting.path("reason").asText("");
        String message = waiting.path("message").asText("");
        JsonNode ended = ended(container);
        boolean runs = container.path("state").has("running");
        if (reason.equals("InvalidImageName")) {
            add(Kind.IMAGE_NAME, pod, message);
        } else if (reason.startsWith("ErrImage") || reason.equals("ImagePullBackOff")) {
            add(Kind.IMAGE, pod, message);
        } else if (BAD_CONTAINER.contains(reason)) {
            add(Kind.CONTAINER, pod, message);
        } else if (!runs && container.path("restartCount").asInt() >= CRASHES && !ended.isMissingNode()) {
            add(Kind.CRASH, pod, ending(ended));
        } else if (!runs) {
            add(Kind.STARTING, pod, ended.isMissingNode() ? message : ending(ended));
        } else if (!container.path("ready").asBoolean()) {
            add(Kind.HEALTH, pod, "");
        }
    }

    private static JsonNode ended(JsonNode container) {
        JsonNode now = container.path("state").path("terminated");
        return now.isMissingNode() ? container.path("lastState").path("terminated") : now;
    }

    /** Such as "exit code 137 (OOMKilled)". */
    private static String ending(JsonNode terminated) {
        String reason = terminated.path("reason").asText("");
        String message = terminated.path("message").asText("").strip();
        return "exit code %d%s%s"
                .formatted(
                        terminated.path("exitCode").asInt(),
                        reason.isEmpty() || reason.equals("Error") ? "" : " (" + reason + ")",
                        message.isEmpty() ? "" : ": " + message);
    }

    private static boolean is(JsonNode condition, String type, String status) {
        return condition.path("type").asText().equals(type)
                && condition.path("status").asText().equals(status);
    }

    private void add(Kind kind, String pod, String message) {
        found.add(new Problem(kind, pod, message));
    }
}
