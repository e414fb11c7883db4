package io.kws.sdk.plans;

import io.kws.sdk.errors.KwsException;
import java.util.List;

/**
 * A preview of a use case: what it would do, and whether it is possible, as far as the SDK can tell without creating
 * anything. The plan uses the same code as the use case itself, but other programs may change the situation in the
 * meantime. Immutable.
 *
 * @param node the node
 * @param attempt what the use case would do, such as {@code rent server "web-1"}
 * @param found the resources it would use, such as {@code image debian-12}
 * @param needs the amounts it requires of the project's limits
 * @param problems the errors it would fail with; none if it is feasible
 * @param steps the steps of the use case, in a possible order of execution
 */
public record Plan(
        String node,
        String attempt,
        List<String> found,
        List<Need> needs,
        List<KwsException> problems,
        List<String> steps) {
    /**
     * Copies the lists.
     *
     * @param node the node
     * @param attempt what the use case would do
     * @param found the resources it would use
     * @param needs the amounts it requires
     * @param problems the errors it would fail with
     * @param steps the use case's steps
     */
    public Plan {
        found = List.copyOf(found);
        needs = List.copyOf(needs);
        problems = List.copyOf(problems);
        steps = List.copyOf(steps);
    }

    /** {@return whether no check failed; a lack of host capacity shows only during the use case itself} */
    public boolean isFeasible() {
        return problems.isEmpty();
    }

    /** {@return a human-readable text of several lines} */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                attempt + " on " + node + ": " + (isFeasible() ? "can be done" : "cannot be done") + "\n");
        problems.forEach(
                problem -> text.append("  problem  ").append(problem.reason()).append('\n'));
        found.forEach(thing -> text.append("  uses     ").append(thing).append('\n'));
        needs.forEach(need -> text.append("  takes    ").append(need).append('\n'));
        steps.forEach(step -> text.append("  step     ").append(step).append('\n'));
        return text.toString();
    }
}
