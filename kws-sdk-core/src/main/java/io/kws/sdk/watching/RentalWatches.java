package io.kws.sdk.watching;

import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.rentals.RentalQuery;

/** Notifications about changes of rentals. Thread-safe. */
public interface RentalWatches {
    /**
     * Tells of changes of rentals from now on, with the defaults of {@link WatchSpec}; otherwise as {@link
     * #open(WatchSpec)}.
     *
     * @param query which rentals
     * @param listener hears of the changes
     * @return what watches
     * @throws NotFoundException if the query names a node that does not exist
     * @throws ConflictException if the {@code Kws} is closed
     */
    default RentalWatch open(RentalQuery query, RentalListener listener) {
        return open(WatchSpec.builder().query(query).listener(listener).build());
    }

    /**
     * Tells of changes of rentals from now on, until the watch or the {@code Kws} is closed; what is there already is told
     * as having appeared. Does not block.
     *
     * <p>OpenStack has to be asked: one list for each kind of thing and node, and for buckets one call for each bucket, as
     * seldom as {@link WatchSpec#longest} says while all is quiet, and as often as {@link WatchSpec#shortest} says while
     * something is being made, changed or deleted; from then on each pause is twice the one before. A Kubernetes cluster
     * tells by itself (watch), and is asked besides. A node that is added later is watched within a minute.
     *
     * <p>Told is the difference between one look and the next. Everything that lasts is told: within {@link
     * WatchSpec#longest} on OpenStack, within seconds on Kubernetes, later if a node does not answer. What comes and goes
     * between two looks is not: a thing that lives for less than a pause, a status that is passed through, such as a
     * reboot's. A smaller {@link WatchSpec#longest} sees more, for more calls.
     *
     * @param spec which rentals, who hears of them, and how often nodes are asked
     * @return what watches; there may be several
     * @throws NotFoundException if the query names a node that does not exist
     * @throws ConflictException if the {@code Kws} is closed
     */
    RentalWatch open(WatchSpec spec);
}
