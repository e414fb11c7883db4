package io.kws.sdk.openstack.resources;

import io.kws.sdk.driver.steps.Waiting;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.operations.PollInterval;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Waits for the states of the resources of one kind on one node.
 *
 * @param pollInterval how often to read a resource
 * @param read reads a resource by its ID
 * @param missing returns the error for a resource that disappears during the wait, by its ID
 * @param state describes a resource's state, for progress reports
 * @param stillInState says which state a resource is still in, for the error after a timeout
 * @param <T> the resource
 */
public record ResourceStates<T>(
        PollInterval pollInterval,
        Function<String, Optional<T>> read,
        Function<String, KwsException> missing,
        Function<T, String> state,
        Function<T, String> stillInState) {
    /**
     * Waits until a resource has reached a state.
     *
     * @param id the resource
     * @param reached whether it has; throws if it cannot any more
     * @param report receives each change of state
     * @return the resource in that state
     */
    public T await(String id, Predicate<T> reached, Consumer<String> report) {
        String[] reported = {""};
        return new Waiting(pollInterval)
                .until(
                        () -> {
                            T resource = read.apply(id).orElseThrow(() -> missing.apply(id));
                            String current = state.apply(resource);
                            if (!current.equals(reported[0])) {
                                reported[0] = current;
                                report.accept(current);
                            }
                            return resource;
                        },
                        reached,
                        stillInState);
    }

    /**
     * Waits until a resource has reached a state; reports nothing.
     *
     * @param id the resource
     * @param reached whether it has; throws if it cannot any more
     * @return the resource in that state
     */
    public T await(String id, Predicate<T> reached) {
        return await(id, reached, change -> {});
    }

    /**
     * Waits until a resource does not exist any more, or has reached a state.
     *
     * @param id the resource
     * @param reached whether it has; throws if it cannot any more
     */
    public void awaitGoneOr(String id, Predicate<T> reached) {
        new Waiting(pollInterval)
                .until(
                        () -> read.apply(id),
                        resource -> resource.map(reached::test).orElse(true),
                        resource -> resource.map(stillInState).orElse(""));
    }
}
