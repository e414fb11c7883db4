package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.http.Answer;
import java.util.Set;

/** What is asked of a Pod's containers rather than of the Pod: their logs, and to run commands. */
final class PodParts {
    private final Cluster cluster;
    private final Kubelet kubelet;

    PodParts(Cluster cluster, Kubelet kubelet) {
        this.cluster = cluster;
        this.kubelet = kubelet;
    }

    Answer answer(Asked asked, ObjectNode pod) {
        String name = containerName(asked, pod);
        PodRun run = kubelet.find(pod)
                .orElseThrow(() -> ApiError.badRequest("pod " + Meta.name(pod) + " does not have a host assigned"));
        Container container = run.container(name).orElseThrow(() -> unknown(pod, name));
        if (asked.target().part().equals("exec")) {
            return new Exec(asked, run, container).answer();
        }
        requireBegun(pod, container);
        return new PodLog(cluster, asked, container).answer();
    }

    private static String containerName(Asked asked, JsonNode pod) {
        JsonNode containers = pod.at("/spec/containers");
        String named = asked.query("container");
        if (named.isEmpty() && containers.size() > 1) {
            throw ApiError.badRequest("a container name must be specified for pod %s, choose one of: %s"
                    .formatted(Meta.name(pod), containers.findValuesAsText("name")));
        }
        return named.isEmpty() ? containers.path(0).path("name").asText() : named;
    }

    private static ApiError unknown(JsonNode pod, String name) {
        return ApiError.badRequest("container %s is not valid for pod %s".formatted(name, Meta.name(pod)));
    }

    private static void requireBegun(JsonNode pod, Container container) {
        if (!container.hasRun()) {
            boolean isPulled = !Set.of("ErrImagePull", "ImagePullBackOff").contains(container.waitsFor());
            throw ApiError.badRequest("container \"%s\" in pod \"%s\" is waiting to start: %s"
                    .formatted(
                            container.name(),
                            Meta.name(pod),
                            isPulled ? container.waitsFor() : "trying and failing to pull image"));
        }
    }
}
