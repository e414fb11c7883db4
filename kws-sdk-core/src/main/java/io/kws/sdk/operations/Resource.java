package io.kws.sdk.operations;

import java.util.Optional;

/**
 * One resource that a use case makes: how to make it, how to find it again by its tag, and how to remove it. For
 * drivers.
 *
 * @param <R> the made resource
 */
public interface Resource<R> extends Removable<R> {
    /**
     * Makes it, by one call. Called again only after {@link #find} found nothing.
     *
     * @return what was made
     */
    R create();

    /**
     * Looks for it by its tag, to learn whether a create whose answer was lost has been carried out.
     *
     * @return what was made, if it is there
     */
    Optional<R> find();
}
