package io.kws.sdk.driver.steps;

import io.kws.sdk.receipts.Outcome;
import io.kws.sdk.receipts.ReceiptEntry;
import java.util.List;
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
     * Tells whether {@link #create} may be interrupted by a cancel, as it may take long. Then {@link #find} must tell for
     * sure whether it was carried out.
     *
     * @return whether it may; it must not unless this says so
     */
    default boolean isInterruptible() {
        return false;
    }

    /**
     * Looks for it by its tag, to learn whether a create whose answer was lost has been carried out.
     *
     * @return what was made, if it is there
     */
    Optional<R> find();

    /**
     * Undoes {@link #create}: removes it, and what the service has made along with it.
     *
     * @param made what was made
     * @return what was made along with it and is left; nothing as a rule
     */
    default List<ReceiptEntry> undo(R made) {
        delete(made);
        return List.of();
    }

    /** {@return what the receipt says of it once it is made; a change of what was there before says so} */
    default Outcome whenMade() {
        return Outcome.CREATED;
    }

    /** {@return what the receipt says of it once that is undone by {@link #undo}} */
    default Outcome whenUndone() {
        return Outcome.DELETED;
    }
}
