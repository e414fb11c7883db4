package io.kws.sdk.k8s.pods;

import io.kws.sdk.k8s.objects.KubeObject;
import java.util.Optional;

/**
 * One run of an app's container: each restart of it begins another. Immutable.
 *
 * @param pod the Pod
 * @param containerId the run's ID
 * @param isRunning whether it has not ended
 */
public record ContainerRun(KubeObject pod, String containerId, boolean isRunning) {
    /**
     * Returns the newest run of a Pod's container.
     *
     * @param pod the Pod
     * @return the run; empty before the first one
     */
    public static Optional<ContainerRun> of(KubeObject pod) {
        return Pods.containerStatus(pod)
                .map(status -> new ContainerRun(
                        pod,
                        status.path("containerID").asText(""),
                        status.path("state").has("running")))
                .filter(run -> !run.containerId().isEmpty());
    }
}
