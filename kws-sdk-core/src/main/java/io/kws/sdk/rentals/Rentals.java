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
 * The rentals of every kind on all nodes. Owner and term are stored on the resources themselves, so every program sees the
 * same. Resources that the SDK neither created nor adopted are never touched. Each method blocks until the nodes have
 * answered. Thread-safe.
 */
public interface Rentals {
    /**
     * Lists all rentals of all nodes.
     *
     * @return the rentals, and how each node answered
     */
    FleetResult<RentedThing> list();

    /**
     * Lists rentals. A node that does not answer is listed among the failures, and its rentals are missing.
     *
     * @param query which
     * @return the rentals by node, the earliest end first, and how each node answered
     */
    FleetResult<RentedThing> list(RentalQuery query);

    /**
     * Finds a rental.
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
     * Extends a rental within the caps that this {@code Kws} was built with.
     *
     * @param id the rental
     * @param by how much to add to its end, or to the present if it has expired
     * @return what is rented, with its new end
     * @throws InvalidRequestException if it never ends, or the caps forbid it; says what they allow
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     */
    RentedThing extend(RentalId id, Duration by);

    /**
     * Extends a rental within caps. A rental that a sweep has stopped stays stopped. Of two concurrent extensions, one may
     * be lost.
     *
     * @param id the rental
     * @param by how much to add to its end, or to the present if it has expired
     * @param within the caps
     * @return what is rented, with its new end
     * @throws InvalidRequestException if it never ends, or the caps forbid it; says what they allow
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     */
    RentedThing extend(RentalId id, Duration by, TermCaps within);

    /**
     * Protects a rental from sweeps for a while; see {@link #unprotect}.
     *
     * @param id the rental
     * @param until the end of the protection, in the future
     * @return what is rented
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     * @throws InvalidRequestException if the time is not in the future, or the resource cannot be tagged, such as a
     *     container without a port
     */
    RentedThing protect(RentalId id, Instant until);

    /**
     * Removes the protection of a rental. Has no effect if it was not protected.
     *
     * @param id the rental
     * @return what is rented
     * @throws NotFoundException if it is on no node
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     * @throws InvalidRequestException if the resource cannot be tagged, such as a container without a port
     */
    RentedThing unprotect(RentalId id);

    /**
     * Turns an existing resource into a rental.
     *
     * @param adoption what, by whom, for how long
     * @return what is rented
     * @throws ConflictException if it is a rental already
     * @throws NotFoundException if there is no such node or thing
     * @throws io.kws.sdk.errors.AmbiguousException if several things have the name
     * @throws CapabilityMissingException if the node rents out no such things
     * @throws InvalidRequestException if the resource cannot be tagged, such as a container without a port
     */
    RentedThing adopt(Adoption adoption);

    /**
     * Ends a rental now, whatever its term and protection, even if its other tags are unreadable. Deletes the resource and
     * everything created for it, a bucket with its contents, and remains of a rental whose resource is gone. Ending twice
     * is allowed.
     *
     * @param id the rental
     * @return what was removed; empty if there was nothing
     * @throws NodeUnavailableException if it is on no node that answers, and some do not
     * @throws KwsException if something could not be removed; its receipt names what is left
     */
    Receipt end(RentalId id);
}
