package io.kws.sdk.openstack.plans;

import io.kws.sdk.driver.CheckResult;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.Steps;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.limits.ProjectLimits;
import io.kws.sdk.plans.Need;
import io.kws.sdk.plans.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Plans a use case whose checks do not wait for each other. Not safe for use by many threads. */
public final class PlanBuilder {
    private static final Duration ALLOWED = Duration.ofMinutes(1);

    private final String node;
    private final Limits limits;
    private final UseCase<?> planned;
    private final Map<String, Supplier<String>> checks = new LinkedHashMap<>();

    /**
     * Begins a plan.
     *
     * @param node the node's name
     * @param limits how much the project may have
     * @param planned the use case
     */
    public PlanBuilder(String node, Limits limits, UseCase<?> planned) {
        this.node = node;
        this.limits = limits;
        this.planned = planned;
    }

    /**
     * Adds a check of the use case.
     *
     * @param name what it does
     * @param check fails as the use case would; else says what would be used, or nothing
     * @return this
     */
    public PlanBuilder check(String name, Supplier<String> check) {
        checks.put(name, check);
        return this;
    }

    /**
     * Returns what makes the plan.
     *
     * @param needs how much of the limits it would take
     * @return the use case, which makes nothing
     */
    public UseCase<Plan> taking(NeedsBuilder needs) {
        return new UseCase<>("plan to " + planned.attempt(), ALLOWED, steps -> {
            List<Step<CheckResult<String>>> findings = findings(steps);
            Step<ProjectLimits> read = steps.add("read the limits", context -> limits.get(needs.kinds()));
            return receipt -> plan(findings.stream().map(Step::result).toList(), needs.of(read.result()));
        });
    }

    private List<Step<CheckResult<String>>> findings(Steps steps) {
        return checks.entrySet().stream()
                .map(check -> steps.add(check.getKey(), context -> CheckResult.of(check.getValue())))
                .toList();
    }

    private Plan plan(List<CheckResult<String>> findings, List<Need> needs) {
        List<String> found = findings.stream()
                .map(CheckResult::value)
                .flatMap(Optional::stream)
                .filter(text -> !text.isEmpty())
                .toList();
        CheckResult<List<String>> steps = CheckResult.of(planned::stepNames);
        List<KwsException> problems = new ArrayList<>();
        steps.problem().ifPresent(problems::add);
        findings.forEach(finding -> finding.problem().ifPresent(problems::add));
        problems.addAll(NeedsBuilder.problems(needs));
        return new Plan(
                node, planned.attempt(), found, needs, problems, steps.value().orElse(List.of()));
    }
}
