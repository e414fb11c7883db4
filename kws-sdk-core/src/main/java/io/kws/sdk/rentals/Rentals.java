package io.kws.sdk.rentals;

import io.kws.sdk.errors.CapabilityMissingException;
import io.kws.sdk.errors.ConflictException;
import io.kws.sdk.errors.InvalidRequestException;
import io.kws.sdk.errors.KwsException;
import io.kws.sdk.errors.NodeUnavailableException;
import io.kws.sdk.errors.NotFoundException;
import io.kws.sdk.receipts.Receipt;
import io.kws.sdk.results.FleetResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything rented, of every kind, on all nodes. Who rents what until when stands on the things themselves: nothing is
 * kept here, and any program sees the same. What the SDK has not made, or adopted, is never touched. Each method blocks
 * until the nodes have answered. Safe for use by many threads.
 */
public interface Rentals {
    /**
     * Lists all rentals of all nodes.
     *
     * @return the rentals, and how each node answered
     */
    FleetResult<RentedThing> list();

    /**
     * Lists rentals. A node that does not answer is named among the failures; what it rents out is not known then.
     *
     * @param query which
     * @return the rentals by node, the earliest end first, and how each node answered
     */
    FleetResult<RentedThing> list(RentalQuery query);

    /**
     * Looks for a rental.
     *
     * @param id its ID
     * @return what is rented, if it is on a node that answers
     */
    Optional<RentedThing> find(RentalId id);

    /**
     * Returns a rental.
     *
     * @param id its ID
     * @return what is rented
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     */
    RentedThing get(RentalId id);

    /**
     * Puts off the end of a rental within the caps this {@code Kws} was built with.
     *
     * @param id the rental
     * @param by how much is added to its end; to the present if it is over already
     * @return what is rented, with its new end
     * @throws InvalidRequestException if it never ends, or the caps forbid it; says what they allow
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     */
    RentedThing extend(RentalId id, Duration by);

    /**
     * Puts off the end of a rental within caps. What a sweep has stopped stays stopped. Of two extensions at once, one
     * may be lost.
     *
     * @param id the rental
     * @param by how much is added to its end; to the present if it is over already
     * @param within the caps
     * @return what is rented, with its new end
     * @throws InvalidRequestException if it never ends, or the caps forbid it; says what they allow
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     */
    RentedThing extend(RentalId id, Duration by, TermCaps within);

    /**
     * Keeps sweeps from ending a rental for a while; {@link #unprotect} takes that back.
     *
     * @param id the rental
     * @param until until when; in the future
     * @return what is rented
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     * @throws InvalidRequestException if the time is not in the future, or the thing has no place for tags, as a
     *     container without a port
     */
    RentedThing protect(RentalId id, Instant until);

    /**
     * Lets sweeps end a rental again that was protected. Fine if it was not.
     *
     * @param id the rental
     * @return what is rented
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     * @throws InvalidRequestException if the thing has no place for tags, as a container without a port
     */
    RentedThing unprotect(RentalId id);

    /**
     * Makes something that is there already a rental, from now on.
     *
     * @param adoption what, by whom, for how long
     * @return what is rented
     * @throws ConflictException if it is a rental already
     * @throws NotFoundException if there is no such node or thing
     * @throws io.kws.sdk.errors.AmbiguousException if several things have the name
     * @throws CapabilityMissingException if the node rents out no such things
     * @throws InvalidRequestException if the thing has no place for tags, as a container without a port
     */
    RentedThing adopt(Adoption adoption);

    /**
     * Ends a rental now, whatever its end and protection, also if its other tags cannot be read: takes away the thing and
     * all that was made for it, a bucket with its contents. What is left of one whose thing is gone goes as well. Ending twice is fine.
     *
     * @param id the rental
     * @return what was removed; empty if there was nothing
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     * @throws KwsException if something could not be removed; its receipt names what is left
     */
    Receipt end(RentalId id);
}
