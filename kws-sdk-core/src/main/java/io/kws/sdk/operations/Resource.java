package io.kws.sdk.operations;

import io.kws.sdk.receipts.ResourceKind;
import java.util.Optional;

/**
 * One resource that a use case makes: how to make it, how to find it again by its tag, and how to remove it. For
 * drivers.
 *
 * @param <R> the made resource
 */
public interface Resource<R> {
    /** {@return what it is} */
    ResourceKind kind();

    /** {@return its name, or what stands for it in a receipt} */
    String name();

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

    /**
     * Returns its ID.
     *
     * @param made what was made
     * @return the ID
     */
    String id(R made);

    /**
     * Removes it, and returns once it is gone. Fine if it is gone already.
     *
     * @param made what was made
     */
    void delete(R made);
}
