package io.kws.sdk.k8s.workloads;

import io.kws.sdk.driver.CheckResult;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.k8s.capacity.ReplicaCapacity;
import io.kws.sdk.k8s.objects.ClusterContext;
import io.kws.sdk.plans.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Predicts what a deploy would do, by the deploy's own checks. */
public final class DeployPlan {
    private static final Duration ALLOWED = Duration.ofMinutes(1);

    private final ClusterContext node;
    private final Workload workload;
    private final UseCase<?> deploy;

    private DeployPlan(ClusterContext node, Workload workload) {
        this.node = node;
        this.workload = workload;
        this.deploy = DeployWorkload.useCase(node, workload);
    }

    /**
     * Returns the use case.
     *
     * @param node the node
     * @param workload what would be deployed
     * @return the use case, which creates nothing
     */
    public static UseCase<Plan> useCase(ClusterContext node, Workload workload) {
        DeployPlan plan = new DeployPlan(node, workload);
        return new UseCase<>("plan to " + plan.deploy.attempt(), ALLOWED, plan::define);
    }

    private UseCase.ResultReader<Plan> define(Steps steps) {
        CheckResult<DeployWorkload> prepared = CheckResult.of(() -> new DeployWorkload(node, workload));
        return prepared.value()
                .map(wanted -> define(steps, wanted))
                .orElseGet(() -> receipt -> new Plan(
                        node.client().node(),
                        deploy.attempt(),
                        List.of(),
                        List.of(),
                        prepared.problem().stream().toList(),
                        List.of()));
    }

    private UseCase.ResultReader<Plan> define(Steps steps, DeployWorkload wanted) {
        List<Step<CheckResult<String>>> checks = new ArrayList<>();
        checks.add(steps.known(CheckResult.of(wanted::describeLocation)));
        Step<CheckResult<String>> name =
                steps.add("check the name", context -> CheckResult.of(() -> alreadyCreated(wanted)));
        checks.add(name);
        wanted.checks().all().forEach((what, check) -> checks.add(steps.add(what, context -> CheckResult.of(check))));
        Step<ReplicaCapacity> capacity = steps.add(
                "look for free capacity",
                context -> name.result().value().orElse("").isEmpty() ? wanted.capacity() : ReplicaCapacity.UNKNOWN,
                name);
        return receipt -> plan(checks.stream().map(Step::result).toList(), capacity.result());
    }

    private static String alreadyCreated(DeployWorkload wanted) {
        return wanted.duplicate()
                .find()
                .map(existing -> "the Deployment that this very request has created already")
                .orElse("");
    }

    private Plan plan(List<CheckResult<String>> results, ReplicaCapacity capacity) {
        List<String> found = results.stream()
                .map(CheckResult::value)
                .flatMap(Optional::stream)
                .filter(text -> !text.isEmpty())
                .toList();
        int replicas = workload.spec().replicas();
        List<KwsException> problems = Stream.concat(
                        results.stream().map(CheckResult::problem).flatMap(Optional::stream),
                        capacity.problem(replicas).stream())
                .toList();
        return new Plan(
                node.client().node(), deploy.attempt(), found, capacity.needs(replicas), problems, deploy.stepNames());
    }
}
