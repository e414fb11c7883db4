package io.kws.sdk.sandbox.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kws.sdk.sandbox.guest.Shell;
import io.kws.sdk.sandbox.http.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the machine knows of a Pod that it runs. The node's lock guards it. */
final class PodRun {
    private final ObjectNode pod;
    private final String address;
    private final Shell.Files files;
    private final List<Container> containers = new ArrayList<>();

    PodRun(ObjectNode pod, String address, Shell.Files files) {
        this.pod = pod;
        this.address = address;
        this.files = files;
        pod.at("/spec/containers").forEach(spec -> containers.add(new Container(spec, Meta.uid(pod))));
    }

    /** The Pod as it was when it came here. */
    ObjectNode pod() {
        return pod;
    }

    String address() {
        return address;
    }

    Shell.Files files() {
        return files;
    }

    List<Container> containers() {
        return containers;
    }

    Optional<Container> container(String name) {
        return containers.stream()
                .filter(container -> container.name().equals(name))
                .findFirst();
    }

    private String phase() {
        boolean isOver = containers.stream().allMatch(Container::isOver)
                && !pod.at("/spec/restartPolicy").asText().equals("Always");
        if (isOver) {
            boolean isGood = containers.stream().allMatch(container -> container.exitCode() == 0);
            boolean isRestarted = pod.at("/spec/restartPolicy").asText().equals("OnFailure");
            return isGood ? "Succeeded" : isRestarted ? "Running" : "Failed";
        }
        return containers.stream().allMatch(Container::hasRun) ? "Running" : "Pending";
    }

    /** Writes the Pod's status. */
    ObjectNode status(JsonNode former, String now) {
        ObjectNode status = Json.object().put("phase", phase());
        List<String> unready = containers.stream()
                .filter(container -> !container.isReady())
                .map(Container::name)
                .toList();
        Conditions conditions = new Conditions(former, now);
        String message = "containers with unready status: [" + String.join(" ", unready) + "]";
        String reason = unready.isEmpty() ? "" : "ContainersNotReady";
        conditions.add("Initialized", true, "", "").putNull("lastProbeTime");
        conditions.add("Ready", unready.isEmpty(), reason, message).putNull("lastProbeTime");
        conditions.add("ContainersReady", unready.isEmpty(), reason, message).putNull("lastProbeTime");
        conditions.add("PodScheduled", true, "", "").putNull("lastProbeTime");
        status.set("conditions", conditions.all());
        status.put("hostIP", Node.ADDRESS).put("podIP", address);
        status.putArray("podIPs").addObject().put("ip", address);
        status.put("startTime", former.path("startTime").asText(now));
        ArrayNode statuses = status.putArray("containerStatuses");
        containers.forEach(container -> statuses.add(container.status()));
        return status.put("qosClass", former.path("qosClass").asText("BestEffort"));
    }
}
