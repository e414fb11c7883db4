package io.kws.sdk.k8s.apps;

import com.fasterxml.jackson.databind.JsonNode;
import io.kws.sdk.apps.ExecResult;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.k8s.client.Exec;
import io.kws.sdk.k8s.workloads.Labels;
import io.kws.sdk.k8s.workloads.PodManifest;
import io.kws.sdk.k8s.workloads.Pods;
import io.kws.sdk.k8s.workloads.WorkloadContext;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Runs commands in apps (v1 Pod, "exec").
 *
 * @param node where
 */
record ExecCommands(WorkloadContext node) {
    private static final Duration ALLOWED = Duration.ofMinutes(5);

    ExecResult run(String nameOrId, List<String> command) {
        return node.runner().run(new UseCase<>("run a command in app \"" + nameOrId + "\"", ALLOWED, steps -> {
            if (command.isEmpty() || command.get(0).isEmpty()) {
                throw new InvalidRequestException("the command is empty");
            }
            Step<ExecResult> result = steps.add("run", context -> exec(nameOrId, command));
            return receipt -> result.result();
        }));
    }

    private ExecResult exec(String nameOrId, List<String> command) {
        JsonNode deployment = node.reader(WorkloadKind.APP).deployment(nameOrId);
        String revision = Labels.revision(deployment);
        JsonNode pod = new Pods(node)
                .of(deployment).stream()
                        .filter(Pods::isRunning)
                        .min(Comparator.comparing((JsonNode found) ->
                                        !Labels.get(found, Labels.REVISION).equals(revision))
                                .thenComparing(Pods::name))
                        .orElseThrow(() -> new ConflictException("no replica of it is running"));
        Exec.Result result =
                node.client().exec(Pods.namespace(pod) + "/" + Pods.name(pod), PodManifest.CONTAINER, command);
        return new ExecResult(result.exitCode(), result.out(), result.err());
    }
}
