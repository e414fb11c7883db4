package io.kws.sdk.plans;

import io.kws.sdk.errors.KwsException;
import java.util.List;

/**
 * What a use case would do, and whether it can, as far as that can be known without making anything. It found what it
 * says by the same code as the use case itself; another program may change it meanwhile. Immutable.
 *
 * @param node the node
 * @param attempt what would be done, such as {@code rent server "web-1"}
 * @param found what it would use, such as {@code image debian-12}
 * @param needs how much of the project's limits it would take
 * @param problems each error that it would end in; none if nothing speaks against it
 * @param steps the use case's steps, in an order in which they may happen
 */
public record Plan(
        String node,
        String attempt,
        List<String> found,
        List<Need> needs,
        List<KwsException> problems,
        List<String> steps) {
    /**
     * Keeps copies of the lists.
     *
     * @param node the node
     * @param attempt what would be done
     * @param found what it would use
     * @param needs how much it would take
     * @param problems each error that it would end in
     * @param steps the use case's steps
     */
    public Plan {
        found = List.copyOf(found);
        needs = List.copyOf(needs);
        problems = List.copyOf(problems);
        steps = List.copyOf(steps);
    }

    /** {@return whether nothing that can be asked speaks against it; whether a host has room shows only when it is done} */
    public boolean isFeasible() {
        return problems.isEmpty();
    }

    /** {@return all of it in lines for people} */
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
