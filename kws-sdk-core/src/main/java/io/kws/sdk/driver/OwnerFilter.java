package io.kws.sdk.driver;

import io.kws.sdk.rentals.Rental;
import java.util.Optional;

/**
 * Selects the resources of one owner.
 *
 * @param owner the owner; empty to select all resources, rented or not
 */
public record OwnerFilter(String owner) {
    /**
     * Tells whether a resource is selected.
     *
     * @param rental the resource's rental; empty if it is not rented
     * @return whether it is selected
     */
    public boolean matches(Optional<Rental> rental) {
        return owner.isEmpty()
                || rental.map(Rental::owner).filter(owner::equals).isPresent();
    }
}
