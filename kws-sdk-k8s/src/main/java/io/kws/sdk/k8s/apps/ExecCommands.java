package io.kws.sdk.k8s.apps;

import io.kws.sdk.apps.ExecResult;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.k8s.client.Exec;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.k8s.objects.KubeObject;
import io.kws.sdk.k8s.objects.Labels;
import io.kws.sdk.k8s.pods.Pods;
import io.kws.sdk.k8s.workloads.Deployment;
import io.kws.sdk.k8s.workloads.WorkloadKind;
import io.kws.sdk.k8s.workloads.WorkloadReader;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/**
 * Runs commands in apps (v1 Pod, "exec").
 *
 * @param node the node
 */
record ExecCommands(ClusterContext node) {
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
        KubeObject deployment = new WorkloadReader(node, WorkloadKind.APP).deployment(nameOrId);
        String revision = new Deployment(deployment).revision();
        KubeObject pod = node.objects().list(Pods.of(deployment)).stream()
                .filter(Pods::isRunning)
                .min(Comparator.comparing((KubeObject found) ->
                                !found.label(Labels.REVISION).equals(revision))
                        .thenComparing(KubeObject::name))
                .orElseThrow(() -> new ConflictException("none of its replicas is running"));
        Exec.Result result = node.client().exec(pod.id(), Pods.CONTAINER, command);
        return new ExecResult(result.exitCode(), result.out(), result.err());
    }
}
