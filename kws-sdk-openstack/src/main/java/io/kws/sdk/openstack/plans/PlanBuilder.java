package io.kws.sdk.openstack.plans;

import io.kws.sdk.driver.CheckResult;
import io.kws.sdk.driver.PlanFindings;
import io.kws.sdk.driver.steps.Step;
import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.limits.Limits;
import io.kws.sdk.limits.ProjectLimits;
import io.kws.sdk.plans.Need;
import io.kws.sdk.plans.Plan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Plans a use case whose checks are independent of each other. Not thread-safe. */
public final class PlanBuilder {
    /** The time allowed for a plan. */
    public static final Duration ALLOWED = Duration.ofMinutes(1);

    private final String node;
    private final Limits limits;
    private final UseCase<?> planned;
    private final Map<String, Supplier<String>> checks = new LinkedHashMap<>();

    /**
     * Starts a plan.
     *
     * @param node the node's name
     * @param limits the limits of the project
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
     * @param name its step
     * @param check fails as the use case would; otherwise returns what the use case would use, or an empty text
     * @return this
     */
    public PlanBuilder check(String name, Supplier<String> check) {
        checks.put(name, check);
        return this;
    }

    /**
     * Adds a check that finds nothing worth a line.
     *
     * @param name its step
     * @param check fails as the use case would
     * @return this
     */
    public PlanBuilder check(String name, Runnable check) {
        return check(name, () -> {
            check.run();
            return "";
        });
    }

    /**
     * Returns the use case that makes the plan.
     *
     * @param needs how much of the limits the planned use case takes
     * @return the use case; it creates nothing
     */
    public UseCase<Plan> taking(NeedsBuilder needs) {
        return new UseCase<>("plan to " + planned.attempt(), ALLOWED, steps -> {
            List<Step<CheckResult<String>>> results = checks.entrySet().stream()
                    .map(check -> steps.add(check.getKey(), context -> CheckResult.of(check.getValue())))
                    .toList();
            Step<ProjectLimits> read = steps.add("read limits", context -> limits.get(needs.kinds()));
            return receipt -> {
                List<Need> compared = needs.of(read.result());
                return new PlanFindings()
                        .addAll(results.stream().map(Step::result).toList())
                        .addProblems(NeedsBuilder.problems(compared))
                        .plan(node, planned, compared);
            };
        });
    }
}
