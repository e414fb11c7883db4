package io.kws.sdk.driver.steps;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One step of a use case.
 *
 * @param <R> its result
 */
public final class Step<R> {
    private final String name;
    private final List<Step<?>> after;
    private final Work<R> work;
    private volatile @Nullable R result;

    Step(String name, List<Step<?>> after, Work<R> work) {
        this.name = name;
        this.after = after;
        this.work = work;
    }

    static <R> Step<R> known(R result) {
        Step<R> step = new Step<>("", List.of(), context -> result);
        step.result = result;
        return step;
    }

    /**
     * Returns the result of the step. Only for steps that come after it and for the use case's result.
     *
     * @return the result
     */
    public R result() {
        return Objects.requireNonNull(result, () -> "step \"" + name + "\" has not ended");
    }

    String name() {
        return name;
    }

    void run(StepContext context) {
        result = Objects.requireNonNull(work.run(context), "the step returned no result");
    }

    /** Tells whether it waits for no step of another use case, which might never run, except for known ones. */
    boolean comesAfterOnly(List<Step<?>> steps) {
        return after.stream().allMatch(step -> step.isDone() || steps.contains(step));
    }

    boolean isReady() {
        return after.stream().allMatch(Step::isDone);
    }

    boolean isDone() {
        return result != null;
    }

    /**
     * The work of a step.
     *
     * @param <R> its result
     */
    @FunctionalInterface
    public interface Work<R> {
        /**
         * Does the work, on a thread that is interrupted if the use case is cancelled or another step fails.
         *
         * @param context creates resources and reports progress
         * @return the result
         */
        R run(StepContext context);
    }

    /** The work of a step without a result. */
    @FunctionalInterface
    public interface Act {
        /**
         * Does the work.
         *
         * @param context creates resources and reports progress
         */
        void run(StepContext context);
    }
}
