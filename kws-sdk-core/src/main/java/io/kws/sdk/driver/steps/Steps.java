package io.kws.sdk.driver.steps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The steps of one use case, as it lists them. A step starts as soon as those before it have ended. */
public final class Steps {
    private final List<Step<?>> all = new ArrayList<>();

    Steps() {}

    /**
     * Adds a step with a result.
     *
     * @param name what it does, such as {@code create server}
     * @param work how
     * @param after the steps that must have ended before
     * @param <R> its result
     * @return the step, whose result later steps may read
     * @throws IllegalArgumentException if one of those before it is no step of this use case
     */
    public <R> Step<R> add(String name, Step.Work<R> work, Step<?>... after) {
        Step<R> step = new Step<>(name, List.of(after), work);
        if (!step.comesAfterOnly(all)) {
            throw new IllegalArgumentException("step \"" + name + "\" comes after one of another use case");
        }
        all.add(step);
        return step;
    }

    /**
     * Adds a step without a result.
     *
     * @param name what it does
     * @param act how
     * @param after the steps that must have ended before
     * @return the step
     * @throws IllegalArgumentException if one of those before it is no step of this use case
     */
    public Step<?> act(String name, Step.Act act, Step<?>... after) {
        return add(
                name,
                context -> {
                    act.run(context);
                    return Boolean.TRUE;
                },
                after);
    }

    /**
     * Adds a step with a result if it is needed; otherwise its result is known, and it is not counted.
     *
     * @param needed whether the step is needed
     * @param name what it does
     * @param otherwise the result if it is not needed
     * @param work how
     * @param after the steps that must have ended before
     * @param <R> its result
     * @return the step, whose result later steps may read
     */
    public <R> Step<R> addIf(boolean needed, String name, R otherwise, Step.Work<R> work, Step<?>... after) {
        return needed ? add(name, work, after) : known(otherwise);
    }

    /**
     * Returns a step that has nothing to do, where others need its result; it is not counted.
     *
     * @param result what is known already
     * @param <R> its result
     * @return the step, ended
     */
    public <R> Step<R> known(R result) {
        return Step.known(result);
    }

    List<Step<?>> all() {
        return Collections.unmodifiableList(all);
    }
}
