package io.kws.sdk.k8s.apps;

import io.kws.sdk.errors.KwsException;
import io.kws.sdk.operations.Step;
import io.kws.sdk.operations.Steps;
import io.kws.sdk.operations.UseCase;
import io.kws.sdk.plans.Need;
import io.kws.sdk.plans.Plan;
import io.kws.sdk.spi.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Says what a deploy would do, by the deploy's own checks. */
public final class DeployPlan {
    private static final Duration ALLOWED = Duration.ofMinutes(1);

    private final AppNode node;
    private final Workload workload;
    private final UseCase<?> deploy;

    private DeployPlan(AppNode node, Workload workload) {
        this.node = node;
        this.workload = workload;
        this.deploy = Deploy.useCase(node, workload);
    }

    /**
     * Returns the use case.
     *
     * @param node where
     * @param workload what would be deployed
     * @return the use case, which makes nothing
     */
    public static UseCase<Plan> useCase(AppNode node, Workload workload) {
        DeployPlan plan = new DeployPlan(node, workload);
        return new UseCase<>("plan to " + plan.deploy.attempt(), ALLOWED, plan::define);
    }

    private UseCase.ResultReader<Plan> define(Steps steps) {
        Finding<Deploy> prepared = Finding.of(() -> new Deploy(node, workload));
        List<Step<Finding<String>>> checks = new ArrayList<>();
        prepared.value()
                .map(DeployPlan::checks)
                .orElse(Map.of())
                .forEach((name, check) -> checks.add(steps.add(name, context -> Finding.of(check))));
        Step<List<Need>> needs = prepared.value()
                .map(deploy -> steps.add("look for room", context -> deploy.needs()))
                .orElseGet(() -> steps.known(List.of()));
        return receipt -> {
            List<Finding<String>> findings = checks.stream().map(Step::result).toList();
            return prepared.problem()
                    .map(problem -> new Plan(
                            node.gate().node(), deploy.attempt(), List.of(), List.of(), List.of(problem), List.of()))
                    .orElseGet(() -> plan(findings, needs.result()));
        };
    }

    private static Map<String, Supplier<String>> checks(Deploy deploy) {
        Map<String, Supplier<String>> checks = new LinkedHashMap<>();
        checks.put("decide the place", deploy::whereTo);
        checks.put(
                "check the name",
                () -> deploy.repetition()
                        .find()
                        .map(there -> "what this very request has made already")
                        .orElse(""));
        checks.putAll(deploy.checks().all());
        return checks;
    }

    /** A cluster may grow, so what does not fit now is told, and is no problem yet. */
    private Plan plan(List<Finding<String>> findings, List<Need> needs) {
        List<String> found = findings.stream()
                .map(Finding::value)
                .flatMap(Optional::stream)
                .filter(text -> !text.isEmpty())
                .toList();
        List<KwsException> problems = findings.stream()
                .map(Finding::problem)
                .flatMap(Optional::stream)
                .toList();
        return new Plan(node.gate().node(), deploy.attempt(), found, needs, problems, deploy.stepNames());
    }
}
