package io.kws.sdk.k8s.workloads;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * One run of an app's container: a Pod has one more after each restart.
 *
 * @param pod the Pod
 * @param container the run's ID
 * @param isRunning whether it runs
 */
record ContainerRun(JsonNode pod, String container, boolean isRunning) {
    /** Returns the newest run of a Pod's container; nothing before the first one. */
    static Optional<ContainerRun> of(JsonNode pod) {
        for (JsonNode status : pod.path("status").path("containerStatuses")) {
            String id = status.path("containerID").asText("");
            if (status.path("name").asText().equals(PodManifest.CONTAINER) && !id.isEmpty()) {
                return Optional.of(
                        new ContainerRun(pod, id, status.path("state").has("running")));
            }
        }
        return Optional.empty();
    }

    String podName() {
        return Pods.name(pod);
    }
}
