package io.kws.sdk.openstack.resources;

import io.kws.sdk.errors.AlreadyRentedException;
import io.kws.sdk.rentals.Rental;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds resources that another request has rented under the same name or rental ID. A name rented twice, or a rental ID
 * given twice, is the same request made twice. Of two such requests at the same time, at least the later one sees the
 * resources of both.
 *
 * @param kind the kind of resource, for the error
 * @param id reads a resource's ID
 * @param name reads a resource's name
 * @param rental reads a resource's rental
 * @param <T> the resource
 */
public record DuplicateRentals<T>(
        String kind, Function<T, String> id, Function<T, String> name, Function<T, Optional<Rental>> rental) {
    /**
     * Requires that there is no rented duplicate of a resource.
     *
     * @param ownId the ID of the resource itself; empty before it is created
     * @param candidates the resources to check
     * @param isDuplicate whether a rented resource duplicates it
     * @throws AlreadyRentedException if there is a duplicate
     */
    public void requireNone(String ownId, List<T> candidates, Predicate<T> isDuplicate) {
        candidates.stream()
                .filter(one -> rental.apply(one).isPresent() && !id.apply(one).equals(ownId))
                .filter(isDuplicate)
                .findFirst()
                .ifPresent(this::fail);
    }

    private void fail(T duplicate) {
        throw new AlreadyRentedException(
                "%s \"%s\" (%s) is already rented as rental %s; release it or choose another name"
                        .formatted(
                                kind,
                                name.apply(duplicate),
                                id.apply(duplicate),
                                rental.apply(duplicate).orElseThrow().id()));
    }
}
