package io.kws.sdk.driver.steps;

import io.kws.sdk.receipts.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A use case as a list of steps; {@link UseCaseRunner} carries it out. For drivers. Immutable.
 *
 * @param attempt what is attempted, as it follows "Could not", such as {@code rent server "web-1"}
 * @param allowed the time allowed for all of it
 * @param define lists the steps, and returns what reads the use case's result from them
 * @param <T> what it ends in
 */
public record UseCase<T>(String attempt, Duration allowed, Function<Steps, ResultReader<T>> define) {

    /**
     * Returns a use case of one step.
     *
     * @param attempt what is attempted
     * @param allowed the time allowed
     * @param step the name of the step
     * @param work what it does
     * @param <T> what it ends in
     * @return the use case
     */
    public static <T> UseCase<T> ofOneStep(String attempt, Duration allowed, String step, Step.Work<T> work) {
        return new UseCase<>(attempt, allowed, steps -> {
            Step<T> only = steps.add(step, work);
            return receipt -> only.result();
        });
    }

    /** {@return the names of its steps, in an order in which they may happen} */
    public List<String> stepNames() {
        Steps steps = new Steps();
        var unused = define.apply(steps);
        return steps.all().stream().map(Step::name).toList();
    }

    /**
     * Reads the result once all steps have ended.
     *
     * @param <T> the result
     */
    @FunctionalInterface
    public interface ResultReader<T> {
        /**
         * Returns the result.
         *
         * @param receipt what became of each resource touched
         * @return the result
         */
        T read(Receipt receipt);
    }
}
