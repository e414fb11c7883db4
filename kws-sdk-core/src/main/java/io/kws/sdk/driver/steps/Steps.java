package io.kws.sdk.driver.steps;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lists the steps of one use case. A step starts as soon as the steps that it comes after have ended. */
public final class Steps {
    private final List<Step<?>> all = new ArrayList<>();

    Steps() {}

    /**
     * Adds a step with a result.
     *
     * @param name what the step does, such as {@code create server}
     * @param work the work
     * @param after the steps that must end before
     * @param <R> its result
     * @return the step, whose result later steps may read
     * @throws IllegalArgumentException if it comes after a step of another use case
     */
    public <R> Step<R> add(String name, Step.Work<R> work, Step<?>... after) {
        Step<R> step = new Step<>(name, List.of(after), work);
        if (!step.comesAfterOnly(all)) {
            throw new IllegalArgumentException("step \"" + name + "\" comes after a step of another use case");
        }
        all.add(step);
        return step;
    }

    /**
     * Adds a step without a result.
     *
     * @param name what the step does
     * @param act the work
     * @param after the steps that must end before
     * @return the step
     * @throws IllegalArgumentException if it comes after a step of another use case
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
     * Adds a step with a result if it is needed. Otherwise its result is known, and it is not counted in the progress.
     *
     * @param needed whether the step is needed
     * @param name what the step does
     * @param otherwise the result if it is not needed
     * @param work the work
     * @param after the steps that must end before
     * @param <R> its result
     * @return the step, whose result later steps may read
     */
    public <R> Step<R> addIf(boolean needed, String name, R otherwise, Step.Work<R> work, Step<?>... after) {
        return needed ? add(name, work, after) : known(otherwise);
    }

    /**
     * Returns a step that has ended already, for use as another's predecessor. It is not counted in the progress.
     *
     * @param result its result
     * @param <R> the type of the result
     * @return the step
     */
    public <R> Step<R> known(R result) {
        return Step.known(result);
    }

    List<Step<?>> all() {
        return Collections.unmodifiableList(all);
    }
}
