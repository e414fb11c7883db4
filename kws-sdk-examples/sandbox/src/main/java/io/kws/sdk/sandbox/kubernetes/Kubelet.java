package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs the Pods of the machine. The node's lock guards it. */
final class Kubelet {
    private final Map<String, PodRun> runs = new HashMap<>();
    private final Map<String, Map<String, String>> storage = new HashMap<>();
    private final Set<String> ending = new HashSet<>();
    private final Cluster cluster;
    private final ContainerLife life;

    Kubelet(Cluster cluster) {
        this.cluster = cluster;
        this.life = new ContainerLife(cluster, this::tell);
    }

    /** Returns what is known of a Pod that runs here. */
    Optional<PodRun> find(JsonNode pod) {
        return Optional.ofNullable(runs.get(Meta.uid(pod)));
    }

    void putInOrder(ObjectNode pod) {
        if (Meta.isGoing(pod)) {
            end(pod);
        } else if (Pods.isPlaced(pod) && !runs.containsKey(Meta.uid(pod)) && !Pods.isOver(pod)) {
            begin(pod);
        }
    }

    private void begin(ObjectNode pod) {
        PodRun run = new PodRun(pod, cluster.scenario().nextPodAddress(), new ContainerFiles(mounted(pod)));
        runs.put(Meta.uid(pod), run);
        tell(run);
        cluster.site()
                .agenda()
                .in(cluster.site().bootTime(), () -> run.containers().forEach(container -> life.begin(run, container)));
    }

    private Map<String, Map<String, String>> mounted(JsonNode pod) {
        Map<String, Map<String, String>> mounted = new HashMap<>();
        for (JsonNode volume : pod.at("/spec/volumes")) {
            String claim = volume.at("/persistentVolumeClaim/claimName").asText("");
            String key = cluster.store()
                    .find(Kind.PERSISTENT_VOLUME_CLAIMS, Meta.namespace(pod), claim)
                    .map(found -> found.at("/spec/volumeName").asText())
                    .orElse("");
            for (JsonNode container : pod.at("/spec/containers")) {
                for (JsonNode mount : container.path("volumeMounts")) {
                    boolean isHere = mount.path("name").equals(volume.path("name")) && !key.isEmpty();
                    if (isHere) {
                        mounted.put(
                                mount.path("mountPath").asText().replaceFirst("/+$", ""),
                                storage.computeIfAbsent(key, any -> new HashMap<>()));
                    }
                }
            }
        }
        return mounted;
    }

    private void tell(PodRun run) {
        cluster.find(Kind.PODS, run.pod())
                .ifPresent(pod -> cluster.status(Kind.PODS, pod, run.status(pod.path("status"), cluster.now())));
    }

    /** Stops a Pod; its grace period is not used up. */
    private void end(ObjectNode pod) {
        if (!ending.add(Meta.uid(pod))) {
            return;
        }
        PodRun run = runs.get(Meta.uid(pod));
        if (run != null) {
            run.containers().stream().filter(Container::isRunning).forEach(container -> life.kill(run, container));
        }
        cluster.site().agenda().in(cluster.site().settleTime(), () -> forget(pod));
    }

    private void forget(ObjectNode pod) {
        cluster.find(Kind.PODS, pod).ifPresent(left -> {
            boolean isHeld = !left.path("metadata").path("finalizers").isEmpty();
            if (isHeld) {
                ending.remove(Meta.uid(pod));
                return;
            }
            cluster.store().remove(Kind.PODS, left);
        });
        runs.remove(Meta.uid(pod));
        ending.remove(Meta.uid(pod));
    }

    /** Looks at all Pods anew, as what is scripted has changed. */
    void lookAgain() {
        runs.values().forEach(run -> run.containers().forEach(container -> life.probe(run, container)));
    }
}
