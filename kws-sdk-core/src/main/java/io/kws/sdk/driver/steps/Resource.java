package io.kws.sdk.driver.steps;

import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ReceiptEntry;
import java.util.List;
import java.util.Optional;

/**
 * A resource that a use case creates: knows how to create it, to find it again by its tag, and to remove it.
 *
 * @param <R> the created resource
 */
public interface Resource<R> extends Removable<R> {
    /**
     * Creates the resource by one call. Called again only after {@link #find} found nothing.
     *
     * @return the created resource
     */
    R create();

    /**
     * Tells whether a cancel may interrupt {@link #create}, as it may take long. If so, {@link #find} must be able to tell
     * whether it was carried out.
     *
     * @return whether it may; false by default
     */
    default boolean isInterruptible() {
        return false;
    }

    /**
     * Looks for the resource by its tag, to learn whether a create call was carried out although its answer was lost.
     *
     * @return the resource, if it exists
     */
    Optional<R> find();

    /**
     * Undoes {@link #create}: removes the resource and what the service has created along with it.
     *
     * @param made the created resource
     * @return what the service has created along with it and could not be removed; empty by default
     */
    default List<ReceiptEntry> undo(R made) {
        delete(made);
        return List.of();
    }

    /** {@return the outcome in the receipt once it is created; another one for a change of an existing resource} */
    default Outcome whenMade() {
        return Outcome.CREATED;
    }

    /** {@return the outcome in the receipt once {@link #undo} has undone it} */
    default Outcome whenUndone() {
        return Outcome.DELETED;
    }
}
