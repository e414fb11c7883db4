package io.kws.sdk.flavors;

import java.util.List;
import java.util.Optional;

/**
 * The Nova flavors of a node (Compute API 2.1). Each method blocks, makes at least one call and throws a
 * {@link io.kws.sdk.errors.KwsException} if a call fails. Thread-safe.
 */
public interface Flavors {
    /** {@return all flavors the credentials can see, all pages} */
    List<Flavor> list();

    /**
     * Finds a flavor.
     *
     * @param nameOrId its name or ID
     * @return the flavor, if there is one
     * @throws io.kws.sdk.errors.AmbiguousException if several flavors have the name
     */
    Optional<Flavor> find(String nameOrId);

    /**
     * Returns a flavor.
     *
     * @param nameOrId its name or ID
     * @return the flavor
     * @throws io.kws.sdk.errors.NotFoundException if it does not exist; the message suggests the closest name
     * @throws io.kws.sdk.errors.AmbiguousException if several flavors have the name
     */
    Flavor get(String nameOrId);
}
