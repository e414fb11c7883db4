package io.kws.sdk.k8s.pods;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.pods.Problem.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds problems in the status of a Deployment and its Pods (v1 PodStatus, apps/v1 DeploymentStatus). */
public final class Problems {
    /** One crash may mean that something the app needs was not ready yet. */
    private static final int CRASHES = 2;

    private static final Set<String> BAD_CONTAINER =
            Set.of("CreateContainerConfigError", "CreateContainerError", "RunContainerError", "PostStartHookError");

    private final List<Problem> found = new ArrayList<>();

    private Problems() {}

    /**
     * Returns all problems.
     *
     * @param deployment the app's Deployment
     * @param pods its Pods
     * @return the problems, the most specific first
     */
    public static List<Problem> of(KubeObject deployment, List<KubeObject> pods) {
        Problems problems = new Problems();
        problems.readDeployment(deployment);
        pods.stream().filter(pod -> !pod.isBeingDeleted()).forEach(problems::readPod);
        return problems.found.stream()
                .sorted(Comparator.comparing(Problem::kind))
                .toList();
    }

    /** An exceeded quota shows on the Deployment, as the Pod is never created. */
    private void readDeployment(KubeObject deployment) {
        deployment
                .condition("ReplicaFailure", "True")
                .ifPresent(message -> add(message.contains("exceeded quota") ? Kind.QUOTA : Kind.REFUSED, "", message));
    }

    private void readPod(KubeObject pod) {
        pod.condition("PodScheduled", "False").ifPresent(message -> {
            boolean isVolume = message.toLowerCase(Locale.ROOT).contains("persistentvolumeclaim");
            add(isVolume ? Kind.VOLUME : Kind.ROOM, isVolume ? claim(pod) : pod.name(), message);
        });
        for (JsonNode container : pod.status().path("containerStatuses")) {
            readContainer(pod.name(), container);
        }
        boolean isFailed = pod.status().path("phase").asText().equals("Failed");
        if (isFailed) {
            add(Kind.CONTAINER, pod.name(), pod.status().path("message").asText("the Pod failed"));
        }
    }

    private static String claim(KubeObject pod) {
        return Pods.claims(pod).stream().findFirst().orElse("");
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
            add(Kind.CRASH, pod, exit(ended));
        } else if (!runs) {
            add(Kind.STARTING, pod, ended.isMissingNode() ? message : exit(ended));
        } else if (!container.path("ready").asBoolean()) {
            add(Kind.HEALTH, pod, "");
        }
    }

    private static JsonNode ended(JsonNode container) {
        JsonNode now = container.path("state").path("terminated");
        return now.isMissingNode() ? container.path("lastState").path("terminated") : now;
    }

    /** Returns a text such as "exit code 137 (OOMKilled)". */
    private static String exit(JsonNode terminated) {
        String reason = terminated.path("reason").asText("");
        String message = terminated.path("message").asText("").strip();
        return "exit code %d%s%s"
                .formatted(
                        terminated.path("exitCode").asInt(),
                        reason.isEmpty() || reason.equals("Error") ? "" : " (" + reason + ")",
                        message.isEmpty() ? "" : ": " + message);
    }

    private void add(Kind kind, String pod, String message) {
        found.add(new Problem(kind, pod, message));
    }
}
