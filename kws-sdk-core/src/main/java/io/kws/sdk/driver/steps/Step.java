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
     * Returns what the step ended in; only for steps that come after it, and for the use case's result.
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
        result = Objects.requireNonNull(work.run(context), "it has no result");
    }

    /** A step of another use case could keep this one waiting for ever; one that is known already cannot. */
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
     * What a step does.
     *
     * @param <R> its result
     */
    @FunctionalInterface
    public interface Work<R> {
        /**
         * Does it, on a thread that is interrupted when the use case is cancelled or fails elsewhere.
         *
         * @param context makes resources and reports progress
         * @return the result
         */
        R run(StepContext context);
    }

    /** What a step without a result does. */
    @FunctionalInterface
    public interface Act {
        /**
         * Does it.
         *
         * @param context makes resources and reports progress
         */
        void run(StepContext context);
    }
}
