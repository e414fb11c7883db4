package io.kws.sdk.driver;

import io.kws.sdk.driver.steps.UseCase;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.plans.Need;
import io.kws.sdk.plans.Plan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Collects the results of a plan's checks and makes the plan of them. Not thread-safe. */
public final class PlanFindings {
    private final List<String> found = new ArrayList<>();
    private final List<KwsException> problems = new ArrayList<>();

    /** Makes an empty collection. */
    public PlanFindings() {}

    /**
     * Adds the result of a check.
     *
     * @param result the result
     * @param describe describes what the check found, each line as it appears in the plan
     * @param <T> what the check looked for
     * @return this
     */
    public <T> PlanFindings add(CheckResult<T> result, Function<T, List<String>> describe) {
        result.value().map(describe).ifPresent(found::addAll);
        result.problem().ifPresent(problems::add);
        return this;
    }

    /**
     * Adds the results of checks that describe what they found, or found nothing worth a line.
     *
     * @param results the results
     * @return this
     */
    public PlanFindings addAll(Collection<CheckResult<String>> results) {
        results.forEach(result -> add(result, line -> line.isEmpty() ? List.of() : List.of(line)));
        return this;
    }

    /**
     * Adds errors that the use case would end in.
     *
     * @param errors the errors
     * @return this
     */
    public PlanFindings addProblems(Collection<? extends KwsException> errors) {
        problems.addAll(errors);
        return this;
    }

    /**
     * Makes the plan.
     *
     * @param node the node's name
     * @param planned the use case; its steps become part of the plan
     * @param needs how much of the project's limits the use case takes
     * @return the plan
     */
    public Plan plan(String node, UseCase<?> planned, List<Need> needs) {
        CheckResult<List<String>> steps = CheckResult.of(planned::stepNames);
        List<KwsException> all = new ArrayList<>(steps.problem().stream().toList());
        all.addAll(problems);
        return new Plan(
                node, planned.attempt(), found, needs, all, steps.value().orElse(List.of()));
    }
}
