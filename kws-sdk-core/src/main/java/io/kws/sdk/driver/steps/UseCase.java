package io.kws.sdk.driver.steps;

import io.kws.sdk.receipts.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A use case as a list of steps, run by {@link UseCaseRunner}. Immutable.
 *
 * @param attempt what is attempted, as it follows "Could not", such as {@code rent server "web-1"}
 * @param allowed the time allowed for the whole use case
 * @param define lists the steps, and returns the reader of the use case's result
 * @param <T> the type of its result
 */
public record UseCase<T>(String attempt, Duration allowed, Function<Steps, ResultReader<T>> define) {

    /**
     * Returns a use case of one step.
     *
     * @param attempt what is attempted
     * @param allowed the time allowed
     * @param step the name of the step
     * @param work its work
     * @param <T> the type of its result
     * @return the use case
     */
    public static <T> UseCase<T> ofOneStep(String attempt, Duration allowed, String step, Step.Work<T> work) {
        return new UseCase<>(attempt, allowed, steps -> {
            Step<T> only = steps.add(step, work);
            return receipt -> only.result();
        });
    }

    /** {@return the names of its steps, in an order in which they may run} */
    public List<String> stepNames() {
        Steps steps = new Steps();
        var unused = define.apply(steps);
        return steps.all().stream().map(Step::name).toList();
    }

    /**
     * Reads the result once all steps have ended.
     *
     * @param <T> the type of the result
     */
    @FunctionalInterface
    public interface ResultReader<T> {
        /**
         * Returns the result.
         *
         * @param receipt the outcome for each resource
         * @return the result
         */
        T read(Receipt receipt);
    }
}
