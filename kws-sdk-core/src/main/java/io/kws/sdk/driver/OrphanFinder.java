package io.kws.sdk.driver;

import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.receipts.ResourceKind;
import io.kws.sdk.rentals.RentalId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What killed programs may leave of one kind of thing. All methods make calls, and throw a
 * {@link io.kws.sdk.errors.KwsException} if the node fails. Thread-safe.
 */
public interface OrphanFinder {
    /** {@return the kind of thing} */
    ResourceKind kind();

    /**
     * Looks for what is left.
     *
     * @param living the IDs of the rentals whose things of this kind are there
     * @return what was made for others, all pages
     */
    List<Orphan> orphans(Set<String> living);

    /**
     * Takes away what is left of one rental.
     *
     * @param rental the rental
     * @return what was removed
     */
    Receipt endRest(RentalId rental);

    /**
     * Takes away what a sweep has found left of one rental, unless that has changed since: a kind of thing whose parts may
     * be taken into use meanwhile looks at them again.
     *
     * @param rental the rental
     * @param before only what was made, or last worked on, before then
     * @return what was removed; empty if it has to stay for now
     */
    default Receipt endOrphans(RentalId rental, Instant before) {
        return endRest(rental);
    }

    /**
     * Something that is left. Immutable.
     *
     * @param rental the rental it was made for; that of an upload is its own
     * @param kind what it is
     * @param id its ID
     * @param created when it was made, or last worked on
     */
    record Orphan(RentalId rental, ResourceKind kind, String id, Instant created) {}
}
